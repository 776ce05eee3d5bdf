//! Reads certificates in PEM, with the lines above each block.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A PEM block and the text above it.
pub struct Block {
    /// The lines between the previous block and this one.
    pub above: String,
    /// The decoded bytes.
    pub der: Vec<u8>,
}

/// All `CERTIFICATE` blocks of a text.
pub fn blocks(text: &str) -> Result<Vec<Block>, String> {
    let (mut found, mut above, mut body) = (Vec::new(), String::new(), None::<String>);
    for (number, line) in (1_u32..).zip(text.lines()) {
        match (line.trim(), &mut body) {
            ("-----BEGIN CERTIFICATE-----", None) => body = Some(String::new()),
            ("-----END CERTIFICATE-----", Some(base64)) => {
                let der = STANDARD
                    .decode(&base64)
                    .map_err(|error| format!("line {number}: {error}"))?;
                found.push(Block {
                    above: std::mem::take(&mut above),
                    der,
                });
                body = None;
            }
            (line, Some(base64)) => base64.push_str(line),
            (line, None) => {
                above.push_str(line);
                above.push('\n');
            }
        }
    }
    if body.is_some() {
        Err("the last block has no end".to_owned())
    } else {
        Ok(found)
    }
}
