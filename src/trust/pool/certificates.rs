//! The certificates of the pool, embedded in native programs: these need no data files.

use bytes::Bytes;

use super::embedded::{Files, files, of};

static FILES: Files = files!(".bin");

/// The certificate file of a bucket.
#[must_use]
pub fn embedded_certificates(bucket: u8) -> Bytes {
    Bytes::from_static(of(&FILES, bucket))
}

/// The certificates of a bucket that are not on AWS's list; `None` if there are none.
#[must_use]
pub fn embedded_more_certificates(bucket: u8) -> Option<Bytes> {
    let found = super::more::CERTIFICATES.iter().find(|(number, _)| *number == bucket);
    found.map(|(_, bytes)| Bytes::from_static(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::pool::PoolFile;
    use crate::trust::pool::embedded::embedded_head;
    use crate::trust::pool::file::certificates;

    #[test]
    fn every_bucket_is_embedded_and_readable() {
        for bucket in 0..=u8::MAX {
            assert!(certificates(&embedded_certificates(bucket)).is_ok(), "{bucket}");
            assert!(
                embedded_head(bucket).is_some_and(|head| head.bucket == bucket),
                "{bucket}"
            );
        }
    }

    #[test]
    fn the_other_certificates_are_embedded_as_the_page_loads_them() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
        let mut found = 0;
        for bucket in 0..=u8::MAX {
            let file = std::fs::read(folder.join(PoolFile::MoreCertificates(bucket).path())).ok();
            assert_eq!(
                embedded_more_certificates(bucket).map(|bytes| bytes.to_vec()),
                file,
                "{bucket}"
            );
            found += usize::from(file.is_some());
        }
        assert!(found > 50, "{found}");
    }
}
