//! How a page was asked for, as the record keeps it: `order=happened`.

use crate::journal::Head;
use crate::report::{Options, Profile, Size};

/// What differs from what every page has by itself, and the name of the case, which stands on the page.
pub(super) fn words(options: &Options) -> Vec<String> {
    let size = options.size.map(|size| match size {
        Size::A4 => "a4",
        Size::Letter => "letter",
    });
    let pairs = [
        ("case", Some(options.case.as_str())),
        ("order", options.by_happened.then_some("happened")),
        ("size", size),
        ("organisation", options.organisation.as_deref()),
        ("handling", options.handling.as_deref()),
    ];
    let pairs = pairs.into_iter().filter_map(|(key, value)| Some((key, value?)));
    pairs
        .chain(options.letterhead.iter().map(|line| ("letterhead", line.as_str())))
        .map(|(key, value)| format!("{key}={value}"))
        .chain(options.control.iter().map(|head| format!("control={head}")))
        .collect()
}

/// The same options again; `None` if one of them is not known here.
pub(super) fn read(words: &[String], profile: &str, released_by: Option<String>) -> Option<Options> {
    let profile = match profile {
        "full" => Profile::Full,
        "released" => Profile::Released,
        _ => return None,
    };
    let mut options = Options { profile, released_by, ..Options::default() };
    for word in words {
        let (key, value) = word.split_once('=')?;
        match (key, value) {
            ("case", case) => case.clone_into(&mut options.case),
            ("order", "happened") => options.by_happened = true,
            ("size", "a4") => options.size = Some(Size::A4),
            ("size", "letter") => options.size = Some(Size::Letter),
            ("organisation", name) => options.organisation = Some(name.to_owned()),
            ("handling", how) => options.handling = Some(how.to_owned()),
            ("control", head) => options.control.push(Head::parse(head)?),
            ("letterhead", line) => options.letterhead.push(line.to_owned()),
            _ => return None,
        }
    }
    Some(options)
}

/// `full` or `released`.
pub(super) fn profile(profile: Profile) -> &'static str {
    match profile {
        Profile::Full => "full",
        Profile::Released => "released",
    }
}
