//! Makes the linker keep relocations in the page's wasm files. scripts/split.mjs uses them to split
//! each file into a part that the page loads first and parts that it loads when it needs them.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let wasm = std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family.split(',').any(|one| one == "wasm"));
    if wasm && std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        for program in ["app", "engine"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
