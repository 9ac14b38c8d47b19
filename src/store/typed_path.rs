//! Paths as people type and drop them: with `~`, in quotation marks, with a backslash before a blank, as an address of a file.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The file that is meant. What is there as it stands is meant as it stands.
pub fn meant(path: &Path) -> PathBuf {
    let Some(text) = path.to_str() else { return path.to_owned() };
    if path.symlink_metadata().is_ok() {
        return path.to_owned();
    }
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    read(text, home.as_deref())
}

fn read(text: &str, home: Option<&Path>) -> PathBuf {
    let text = text.trim();
    let quoted = ['"', '\''].into_iter().find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark));
    let text = quoted.unwrap_or(text);
    if let Some(address) = text.strip_prefix("file://") {
        // The name of a computer may stand before the path; only this one is meant.
        let path = address.strip_prefix("localhost").unwrap_or(address);
        return PathBuf::from(decoded(path).into_owned());
    }
    // A shell takes these away; on other systems a backslash stands between folders.
    let plain: Cow<'_, str> = if quoted.is_none() && cfg!(unix) { unescaped(text) } else { Cow::Borrowed(text) };
    match (plain.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) if text.starts_with('~') => home.join(rest),
        _ => PathBuf::from(plain.into_owned()),
    }
}

/// Without the backslash before each sign.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        plain.push(if sign == '\\' { signs.next().unwrap_or(sign) } else { sign });
    }
    Cow::Owned(plain)
}

/// With `%20` and its like as the bytes they mean. What does not come out as UTF-8 stays as it stands.
fn decoded(text: &str) -> Cow<'_, str> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|two| two.iter().all(u8::is_ascii_hexdigit));
        let digits = digits.and_then(|two| std::str::from_utf8(two).ok());
        let meant = digits.filter(|_| *byte == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(meant.unwrap_or(*byte));
        rest = if meant.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_understood_as_it_is_typed_and_dropped() {
        for (typed, meant) in [
            ("~/Rows of May.csv", "/home/ruiz/Rows of May.csv"),
            ("'/tmp/Rows of May.csv' ", "/tmp/Rows of May.csv"),
            ("\"/tmp/a.csv\"", "/tmp/a.csv"),
            ("file:///tmp/Rows%20of%20May.csv", "/tmp/Rows of May.csv"),
            ("file://localhost/tmp/100%.csv", "/tmp/100%.csv"),
            ("~ruiz/a.csv", "~ruiz/a.csv"),
            ("", ""),
        ] {
            assert_eq!(read(typed, Some(Path::new("/home/ruiz"))), PathBuf::from(meant), "{typed}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_a_shell_would_take_away_is_taken_away() {
        assert_eq!(read("/tmp/Rows\\ of\\ May.csv", None), PathBuf::from("/tmp/Rows of May.csv"));
        assert_eq!(read("\\~/a.csv", Some(Path::new("/home/ruiz"))), PathBuf::from("~/a.csv"));
    }
}
