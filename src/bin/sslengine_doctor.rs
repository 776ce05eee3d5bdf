//! The native command. [`sslengine_doctor::cli`] implements it.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use sslengine_doctor::cli::{NativeHost, run};

    let host = NativeHost::default();
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| host.text_of(&argument))
        .collect();
    std::process::ExitCode::from(run(&arguments, &host).code())
}

/// On wasm32 the library exports the same code (`sslengine_doctor::cli`) for Node.
#[cfg(target_arch = "wasm32")]
fn main() {}
