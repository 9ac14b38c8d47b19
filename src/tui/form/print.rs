//! Printing: as what, to whom, and where the file goes.

use super::{Field, Form, Kind, Pick, who};
use crate::base::written::Word;
use crate::export::Format;
use crate::judge::View;
use crate::page::printed::Printed;
use crate::page::{Document, Line};
use crate::tui::effect::{Effect, Wish};
use crate::tui::theme::Role;
use std::path::PathBuf;

const AS: &str = "as";
const TO: &str = "to";
const OUT: &str = "out";

/// What people call the formats, the one that is handed out most first.
const FORMATS: [(Format, &str); 6] = [
    (Format::Pdf, "PDF, to print or to hand out"),
    (Format::Docx, "Word, to edit"),
    (Format::Html, "Web page, one file"),
    (Format::Markdown, "Plain text with marks"),
    (Format::Csv, "Spreadsheet"),
    (Format::Json, "JSON, for other programs"),
];

/// The form; Enter is enough for a PDF in the folder of the case.
pub fn form(title: &str, kind: Kind, history: Document, names: Option<&str>) -> Form {
    let formats = FORMATS.iter().filter(|(format, _)| *format != Format::Csv || has_rows(&kind));
    let formats = formats.map(|(format, label)| (format.word().to_owned(), (*label).to_owned(), None)).collect();
    let to = Field::line(TO, "To whom", "").hint("Becomes part of the record. May stay empty.");
    let out =
        Field::line(OUT, "Where", "").hint("A folder, or a file that is not there yet. Empty: documents, in the case.");
    let mut fields = vec![Field::pick(AS, "As", Pick::one(formats).on(Format::Pdf.word())), to, out];
    fields.extend(names.map(|login| Field { required: true, ..who::field(login) }));
    let mut form = Form::new(kind, &format!("Print: {title}"), fields);
    form.button = "Print";
    form.below = history;
    if names.is_none() {
        form.below.gap().text(Line::quiet("The record then names the file, its digest and to whom it went."));
    }
    form.about(Role::Text, "The case as the record has it now.")
}

/// Whether a spreadsheet has something of it.
fn has_rows(kind: &Kind) -> bool {
    matches!(kind, Kind::Print(print, ..) if print.has_rows())
}

/// The form for something of the open case.
pub fn of_case(case: &View<'_>, printed: &Printed, by_happened: bool) -> Form {
    let kind = Kind::Print(printed.clone(), by_happened, None);
    let history = crate::page::paper::history(case, printed);
    form(printed.title(Some(case.playbook)), kind, history, None)
}

pub(super) fn submit(form: &Form, printed: &Printed, by_happened: bool, case: Option<&PathBuf>) -> Vec<Effect> {
    let Some(format) = Format::of_word(&form.text(AS)) else { return Vec::new() };
    vec![Effect::Print(Box::new(Wish {
        printed: printed.clone(),
        format,
        by_happened,
        to: form.some(TO).map(|to| to.trim().to_owned()),
        out: form.some(OUT).map(|out| PathBuf::from(out.trim())),
        case: case.cloned(),
        person: form.some(who::PERSON),
    }))]
}
