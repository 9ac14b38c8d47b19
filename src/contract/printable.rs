//! `export --list`: what can be printed, how it stands and what it lacks; schema `export-list/1`.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId, Stamp};
use crate::case::Fact;
use crate::judge::View;
use crate::page::paper::{Sheet, sheets};
use crate::page::printed::{Printed, printings};
use crate::playbook::{Body, item};

/// Everything that can be printed, in the order of the screen.
pub fn printable<'a>(of: &View<'a>) -> Printable<'a> {
    Printable::of(of)
}

object! {
    Printable<'a>(of: &View<'a>) {
        let all = printings(of);
        let last = |printed: &Printed| all.get(printed).and_then(|entries| entries.last().copied());
    } => {
        schema: &'static str = "export-list/1",
        all: Vec<One<'a>> = sheets(of).into_iter().map(|sheet| One::of(of, last(&sheet.printed), sheet)).collect(),
    }
}

object! {
    One<'a>(of: &View<'a>, last: Option<usize>, sheet: Sheet) {
        let document = sheet.item.and_then(|at| match &of.playbook.items[at].body {
            Body::Document(body) => Some((at, body)),
            _ => None,
        });
        let lacks = document.iter().flat_map(|(at, body)| {
            of.picture.items[*at].lacks.iter().filter_map(|lack| body.contents.get(*lack))
        });
        let drafted = |at: &usize| matches!(&of.state.at(*at).fact, Fact::Drafted { document, .. } if document.as_str() == sheet.printed.id());
        let approved = |at: &usize| matches!(&of.state.at(*at).fact, Fact::Approved { document, .. } if document.as_str() == sheet.printed.id());
    } => {
        /// As it is asked for.
        what: String = sheet.printed.to_string(),
        title: String = sheet.row.what.words().trim().to_owned(),
        /// How it stands, in words.
        says: String = sheet.row.word.words(),
        missing: Vec<Missing<'a>> = lacks.map(Missing::of).collect(),
        /// How many texts were drafted.
        versions: usize = if document.is_some() { (0..of.state.log.len()).filter(drafted).count() } else { 0 },
        /// Entries of those who looked at a text of it.
        looked_at: Vec<String> = (0..of.state.log.len()).filter(|at| document.is_some() && approved(at)).map(|at| of.state.name(at)).collect(),
        approved_by: &'a [ItemId] = document.map(|(_, body)| body.approved_by.as_slice()).unwrap_or_default(),
        look_again: bool = document.is_some_and(|(at, _)| crate::page::marked::shown(of, at).is_some()),
        last_printed: Option<Last<'a>> = last.and_then(|at| Last::at(of, at)),
    }
}

object! {
    Missing<'a>(content: &'a item::Content) => {
        title: &'a str = &content.title,
        from: &'a ItemId = &content.from,
        clauses: &'a [ClauseId] = &content.cite,
    }
}

object! {
    Last<'a>(of: &View<'a>, at: usize, format: &'a str, to: Option<&'a str>) => {
        entry: String = of.state.name(at),
        at: Stamp = of.state.at(at).at,
        format: &'a str = format,
        to: Option<&'a str> = to,
    }
}

impl<'a> Last<'a> {
    fn at(of: &View<'a>, at: usize) -> Option<Self> {
        let Fact::Exported { format, to, .. } = &of.state.at(at).fact else { return None };
        Some(Self::of(of, at, format, to.as_deref()))
    }
}

impl One<'_> {
    /// What is missing, each with the clause that asks for it: `Type of information (NE-2)`.
    pub fn lacks(&self) -> Vec<String> {
        let clauses = |missing: &Missing<'_>| {
            let all: Vec<_> = missing.clauses.iter().map(ClauseId::as_str).collect();
            if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
        };
        self.missing
            .iter()
            .map(|missing| format!("{}{}", missing.title.trim_end_matches('.'), clauses(missing)))
            .collect()
    }
}
