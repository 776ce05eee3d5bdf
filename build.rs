//! Asks the linker to keep, in the page's interface, what tells where code refers to code: from it the interface is divided
//! into a first part and parts that are loaded when they are needed (scripts/split.mjs).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let wasm = std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family.split(',').any(|one| one == "wasm"));
    if wasm && std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        for program in ["app", "engine"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
