//! The page's engine, which runs in a worker or on the page itself. The library defines its
//! exports.

fn main() {
    // This call makes the linker keep the module that has the exports.
    sslengine_doctor::web::engine::link();
}
