//! The known certificates, carried by the native program: it works wherever it is copied to.

macro_rules! sixteen {
    ($first:literal) => {
        sixteen!($first, "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "a" "b" "c" "d" "e" "f")
    };
    ($first:literal, $($second:literal)*) => {
        [$(include_bytes!(concat!("../../static/intermediates/", $first, $second, ".bin")),)*]
    };
}

static FILES: [[&[u8]; 16]; 16] = [
    sixteen!("0"),
    sixteen!("1"),
    sixteen!("2"),
    sixteen!("3"),
    sixteen!("4"),
    sixteen!("5"),
    sixteen!("6"),
    sixteen!("7"),
    sixteen!("8"),
    sixteen!("9"),
    sixteen!("a"),
    sixteen!("b"),
    sixteen!("c"),
    sixteen!("d"),
    sixteen!("e"),
    sixteen!("f"),
];

/// The data file of this number ([`crate::trust::shard`]).
#[must_use]
pub fn file(number: u8) -> &'static [u8] {
    let row = FILES.get(usize::from(number >> 4));
    row.and_then(|row| row.get(usize::from(number & 15)))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::trust::shard;

    #[test]
    fn every_file_is_in_its_place() {
        for number in 0..=u8::MAX {
            let path = ["static/intermediates/", &shard::file_name(number)].concat();
            let kept = std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
            assert_eq!(file(number), kept, "{number}");
            assert!(shard::certificates(file(number)).is_ok(), "{number}");
        }
    }
}
