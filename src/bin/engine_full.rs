//! The engine with verifiers of its own, for browsers that cannot or will not check a signature themselves.

fn main() {
    // Named, so that the linker keeps the module whose exports are all this file is for.
    sslengine_doctor::web::engine::link();
}
