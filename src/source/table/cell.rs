//! What spreadsheets and address books have done to a cell, undone where it can be, and told where it cannot.

/// A cell as it was meant: without `="..."`, without the apostrophe that keeps a number a text or a formula a text, and of several
/// values in one cell, as address books join them with `:::`, the first.
pub fn meant(cell: &str) -> &str {
    let cell = unguarded(cell);
    if cell.contains(":::") {
        return cell.split(":::").map(trimmed).find(|one| !one.is_empty()).unwrap_or_default();
    }
    cell
}

/// The same for a cell of words, all of which are meant.
pub fn unguarded(cell: &str) -> &str {
    let mut cell = trimmed(cell);
    if let Some(inside) = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        cell = trimmed(inside);
    }
    // A name may begin with an apostrophe; a number, what would be a formula, and a second apostrophe say that it is a guard.
    if let Some(rest) = cell.strip_prefix('\'')
        && rest.starts_with(|sign: char| sign.is_ascii_digit() || "=+-@(\t'".contains(sign))
    {
        cell = trimmed(rest);
    }
    cell
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\u{feff}' | '\u{200b}'))
}

/// Whether a cell says that nobody knows.
pub fn is_not_known(cell: &str) -> bool {
    const WORDS: [&str; 13] =
        ["", "-", "--", "\u{2013}", "\u{2014}", "n/a", "n.a.", "#n/a", "unknown", "not known", "null", "none", "?"];
    cell.len() <= 12 && WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

/// Whether a number was written as a power of ten, so that its last digits are lost: `5.73556E+09`.
pub fn is_shortened(cell: &str) -> bool {
    let Some((number, power)) = cell.split_once(['e', 'E']) else { return false };
    let number = number.replace(',', ".");
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && number.starts_with(|sign: char| sign.is_ascii_digit())
        && digits(power.trim_start_matches(['+', '-']))
        && power.len() <= 4
}

/// Whether a text can be an e-mail address: something on both sides of one `@`, no blank.
pub fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty() && place.len() > 2 && !place.contains('@') && !text.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_did_is_undone() {
        for (cell, meant_as) in [
            ("=\"0555 0101\"", "0555 0101"),
            ("'5735550101", "5735550101"),
            ("'=1+1", "=1+1"),
            ("'t Hoff", "'t Hoff"),
            ("''t Hoff", "'t Hoff"),
            (" ::: 555-0101 ::: 555-0102", "555-0101"),
            ("\u{feff} Ann\u{a0}", "Ann"),
        ] {
            assert_eq!(meant(cell), meant_as, "{cell}");
        }
    }

    #[test]
    fn what_is_lost_is_told() {
        for lost in ["5.73556E+09", "5,73556E+09", "1e10", "5E+9"] {
            assert!(is_shortened(lost), "{lost}");
        }
        for whole in ["555-0101", "ext 5E", "E5", "5 east", "12 Elm", "1e"] {
            assert!(!is_shortened(whole), "{whole}");
        }
        assert!(["N/A", "-", "Unknown", ""].into_iter().all(is_not_known) && !is_not_known("Ohio"));
        assert!(
            is_address("ann@example.org") && !is_address("see file") && !is_address("@x") && !is_address("a@b@c.org")
        );
    }
}
