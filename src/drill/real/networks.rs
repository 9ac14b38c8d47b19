//! IP addresses, and which of them are kept free for examples.

use crate::base::numbers::runs;
use core::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

/// Where IP addresses stand, each with whether it is nobody's.
pub(super) fn networks(text: &str) -> Vec<(Range<usize>, bool)> {
    let holds = |sign: char| sign.is_ascii_hexdigit() || matches!(sign, '.' | ':');
    let mut found = Vec::new();
    for (start, run) in runs(text, holds) {
        // A full stop or a colon of the sentence is no part of it.
        let run = run.trim_end_matches(['.', ':']);
        let begins_inside = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        let ends_inside = text[start + run.len()..].chars().next().is_some_and(char::is_alphanumeric);
        if begins_inside || ends_inside {
            continue;
        }
        // Behind an IPv4 address a port may stand.
        let without_port = run.split(':').next().unwrap_or(run);
        if let Ok(address) = without_port.parse::<Ipv4Addr>() {
            found.push((start..start + without_port.len(), is_free(address)));
        } else if run.len() > 2
            && let Ok(address) = run.parse::<Ipv6Addr>()
        {
            found.push((start..start + run.len(), is_free6(address)));
        }
    }
    found
}

fn is_free(address: Ipv4Addr) -> bool {
    matches!(address.octets(), [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _])
}

fn is_free6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    (first, second) == (0x2001, 0x0db8) || (first == 0x3fff && second < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::networks;

    fn found(text: &str) -> Vec<(&str, bool)> {
        networks(text).into_iter().map(|(range, free)| (&text[range], free)).collect()
    }

    #[test]
    fn an_address_is_found_with_whether_it_is_kept_free() {
        assert_eq!(found("from 198.51.100.7:443, then 8.8.8.8."), [("198.51.100.7", true), ("8.8.8.8", false)]);
        assert_eq!(found("2001:db8::17 and fe80::1"), [("2001:db8::17", true), ("fe80::1", false)]);
        assert_eq!(found("at 15:30:00, version 10.0.19041.1, clause 4.2.1, a:b, ::, 999.1.1.1"), []);
    }
}
