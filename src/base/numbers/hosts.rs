//! E-mail addresses and names of hosts, and which of them are kept free for examples.

use super::runs::runs;
use std::ops::Range;

/// Ends of names that nobody has (RFC 2606, RFC 6761).
const FREE_ENDS: [&str; 3] = ["example", "test", "invalid"];
const FREE_NAMES: [&str; 3] = ["example.org", "example.com", "example.net"];

/// Ends by which a name with a dot is one of a host and not of a file, also without `www` or `@`.
const ENDS: [&str; 16] = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "museum", "school", "online", "site",
    "app", "cloud",
];

/// Where addresses stand that may be somebody's.
pub(super) fn hosts(text: &str) -> Vec<Range<usize>> {
    let holds = |sign: char| sign.is_alphanumeric() || "@.-_+%:/".contains(sign);
    let real = |(start, run): (usize, &str)| {
        let run = run.trim_end_matches(['.', ':', '/', '-']);
        let shown = start..start + run.len();
        let (named, rest) = match run.split_once("://") {
            Some((_, rest)) => (true, rest),
            None => (false, run),
        };
        let rest = rest.split('/').next().unwrap_or(rest);
        let (named, host) = match rest.rsplit_once('@') {
            Some((name, host)) => (named || !name.is_empty(), host),
            None => (named, rest),
        };
        let host = host.split(':').next().unwrap_or(host).trim_matches('.').to_lowercase();
        (is_host(&host, named) && !is_free(&host)).then_some(shown)
    };
    runs(text, holds).into_iter().filter_map(real).collect()
}

/// Whether it is the name of a host; `named` where what stands before it says that it is one.
fn is_host(host: &str, named: bool) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let sound = labels.iter().all(|label| !label.is_empty()) && host.chars().any(char::is_alphabetic);
    let Some(end) = labels.last().filter(|_| sound) else { return false };
    if named || labels[0] == "www" && labels.len() > 1 {
        return true;
    }
    let country = labels.len() > 2 && end.len() == 2 && end.chars().all(char::is_alphabetic) && !is_short_word(&labels);
    labels.len() > 1 && (ENDS.contains(end) || country)
}

/// Whether it is a shortened word with its dots, such as `e.g` or `a.m`: every label is one or two letters.
fn is_short_word(labels: &[&str]) -> bool {
    labels.iter().all(|label| label.chars().count() <= 2)
}

pub(super) fn is_free(host: &str) -> bool {
    let end = host.rsplit('.').next().unwrap_or(host);
    FREE_ENDS.contains(&end)
        || FREE_NAMES
            .iter()
            .any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::hosts;

    fn found(text: &str) -> Vec<&str> {
        hosts(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_address_that_may_be_somebodys_is_found() {
        let text =
            "Write to ann@school.edu.au, see https://forms.office.com/r/x, www.news.de or bbc.co.uk. Or trinity.org.";
        assert_eq!(
            found(text),
            ["ann@school.edu.au", "https://forms.office.com/r/x", "www.news.de", "bbc.co.uk", "trinity.org"]
        );
        assert_eq!(found("ann@notexample.org"), ["ann@notexample.org"]);
    }

    #[test]
    fn what_is_kept_free_and_what_is_no_address_is_left_alone() {
        let text = "ann@mail.example.org, https://a.example/x, x.test, sheet.xlsx, notes.md, e.g. at 5 p.m., St.Mary, @trinity, a/b";
        assert_eq!(found(text), Vec::<&str>::new());
        assert_eq!(found("It ended.Nobody came. The U.S.A. is. 4.2.1 and 1.5"), Vec::<&str>::new());
    }
}
