//! The engine as the page loads it: in a worker, or on the page itself. Its exports are the library's.

fn main() {
    // Named, so that the linker keeps the module whose exports are all this file is for.
    sslengine_doctor::web::engine::link();
}
