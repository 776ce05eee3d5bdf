//! The page's interface, as a wasm file of its own.

fn main() {
    sslengine_doctor::web::ui::start();
}
