//! The engine with its own signature verifiers, for browsers that do not support or refuse an
//! algorithm.

fn main() {
    // This call makes the linker keep the module that has the exports.
    sslengine_doctor::web::engine::link();
}
