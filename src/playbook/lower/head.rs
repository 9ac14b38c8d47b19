//! The head of a playbook: exactly one `[playbook]`, and the version of the format.

use crate::playbook::model::Source;
use crate::playbook::raw::file::{RawFile, RawPlaybook, RawSource};
use crate::source::reading::Placed;
use crate::source::{Code, Problem, Problems, Span};

/// The one head among the files.
pub(super) fn head<'f>(files: &'f [RawFile], problems: &mut Problems) -> Option<&'f RawPlaybook> {
    let at = Span::default();
    if files.iter().all(|file| file.schema.is_none()) {
        let message = "The file says nothing about its format; it starts with `schema = 1`.";
        problems.add(Problem::new(Code::MissingKey, at, message).help("Add `schema = 1` as the first line."));
    }
    let mut heads = files.iter().filter_map(|file| file.playbook.as_ref());
    let first = heads.next();
    if first.is_none() {
        let message = "There is no table [playbook], which names the playbook and its source.";
        problems.add(
            Problem::new(Code::MissingKey, at, message)
                .help("Add [playbook] near the top of a file. Where it stands in another file, check both together."),
        );
    }
    for other in heads {
        let message = "There is already a [playbook] in another file of this playbook.";
        problems.add(Problem::new(Code::DuplicateHead, other.place(), message));
    }
    first
}

pub(super) fn source(raw: &RawSource, problems: &mut Problems) -> Source {
    if let (Some(dated), Some(review)) = (raw.dated, raw.review_by)
        && review.date < dated.date
    {
        let message = format!("The review of {} lies before the document's date, {}.", review.date, dated.date);
        problems.add(Problem::new(Code::DatesReversed, review.span, message));
    }
    Source {
        title: raw.title.text.clone(),
        organisation: raw.organisation.text.clone(),
        version: raw.version.as_ref().map(|version| version.text.clone()),
        dated: raw.dated.map(|day| day.date),
        review_by: raw.review_by.map(|day| day.date),
    }
}

/// The ISO 4217 code of the country at the start of a jurisdiction such as `AU` or `US-CA`.
pub(super) fn currency(jurisdiction: &str) -> Option<[u8; 3]> {
    Some(match jurisdiction.split(['-', ' ', ',']).next().unwrap_or_default() {
        "AU" => *b"AUD",
        "CA" => *b"CAD",
        "CH" => *b"CHF",
        "GB" | "UK" => *b"GBP",
        "NZ" => *b"NZD",
        "US" => *b"USD",
        "EU" | "AT" | "BE" | "DE" | "ES" | "FI" | "FR" | "IE" | "IT" | "LU" | "NL" | "PT" => *b"EUR",
        _ => return None,
    })
}
