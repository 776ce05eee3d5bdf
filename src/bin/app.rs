//! The page's user interface, as a separate wasm file.

fn main() {
    sslengine_doctor::web::ui::start();
}
