//! The files of texts that were drafted, by their names in `documents`.

/// Signs of the digest in the name: two laptops that drafted the same version unseen have two files.
const OF_DIGEST: usize = 8;

/// The names that the file of a draft may have; the first is the one that it gets now, before no digest stood in it.
pub fn files(document: &str, version: i64, sha256: &str) -> [String; 2] {
    let digest = sha256.get(..OF_DIGEST).unwrap_or(sha256);
    [format!("{document}-v{version}-{digest}.md"), format!("{document}-v{version}.md")]
}
