//! Clients other than API Gateway: the user's truststore, what to do on the client, and a
//! comparison.

pub(in crate::web::ui) mod ignored;
pub(in crate::web::ui) mod import;
pub(in crate::web::ui) mod most_clients;
pub(in crate::web::ui) mod side_by_side;
pub(in crate::web::ui) mod table;
pub(in crate::web::ui) mod truststore;
