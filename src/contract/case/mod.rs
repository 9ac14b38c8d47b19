//! `case/1`: a whole case for other programs, or the part of it that one page draws from. Facts, never the blocks of a page.

mod calls;
mod decisions;
mod documents;
mod facts;
mod lists;

pub use calls::{Call, calls};
pub use decisions::Decided;
pub use documents::Versioned;
pub use facts::{Fact, Facts};
pub use lists::{Cell, ListRow, Lists};

use super::log::{self, Entry};
use super::status::{Folder, Status, status};
use crate::base::written::object;
use crate::base::{CaseId, Stamp};
use crate::journal::{Head, Mode, Seal, SealedEntry};
use crate::judge::View;
use crate::page::printed::{Page, Printed};
use decisions::decisions;
use documents::documents;
use facts::facts;
use serde::Serialize;

/// What a case is besides its view: where it lies, and its entries as they are sealed, in the order of the log.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    pub folder: Folder<'a>,
    pub id: Option<&'a CaseId>,
    pub entries: &'a [SealedEntry],
}

/// The whole case.
pub fn case<'a>(of: &View<'a>, record: Record<'a>) -> Case<'a> {
    let parts = Parts {
        status: Some(status(of, record.folder)),
        facts: Some(facts(of)),
        lists: Some(lists::all(of)),
        decisions: Some(decisions(of)),
        calls: Some(calls(of)),
        documents: Some(documents(of)),
        entries: Some(entries(of, record)),
    };
    Case::of(of, record, parts)
}

/// The part of it that a page, a list or a document is made from.
pub fn part<'a>(of: &View<'a>, record: Record<'a>, printed: &Printed) -> Case<'a> {
    let mut parts = Parts::default();
    match printed {
        Printed::Page(Page::Log) => parts.entries = Some(entries(of, record)),
        Printed::Page(Page::ActionRecord) => parts.lists = Some(lists::one(of, "actions")),
        Printed::Page(Page::Decisions) => parts.decisions = Some(decisions(of)),
        Printed::Page(Page::Calls) => parts.calls = Some(calls(of)),
        Printed::Page(Page::IncidentReport | Page::AfterAction) => {
            parts.facts = Some(facts(of));
            parts.lists = Some(lists::one(of, "timeline"));
            parts.decisions = Some(decisions(of));
            parts.documents = Some(documents(of));
        }
        Printed::Page(Page::Review) => {
            let of_each = ["actions", "effort", "cost"].map(|id| lists::one(of, id));
            parts.lists = Some(of_each.into_iter().flatten().collect());
        }
        Printed::Page(Page::Briefing | Page::Readiness) => parts.status = Some(status(of, record.folder)),
        Printed::List(id) => parts.lists = Some(lists::one(of, id.as_str())),
        Printed::Document(id) => {
            let mut all = documents(of);
            all.retain(|one| one.document.id == id);
            parts.documents = Some(all);
        }
    }
    Case::of(of, record, parts)
}

fn entries<'a>(of: &View<'a>, record: Record<'a>) -> Vec<Entry<'a>> {
    log::log(of.state, record.entries, Some(of.playbook), (of.mode, of.now))
}

object! {
    Case<'a>(of: &View<'a>, record: Record<'a>, parts: Parts<'a>) => {
        schema: &'static str = "case/1",
        mode: Mode = of.mode,
        case: About<'a> = About::of(of, record),
        #[serde(flatten)]
        parts: Parts<'a> = parts,
    }
}

/// What a file has of the case; a page has the parts that it draws from.
#[derive(Serialize, Default)]
pub struct Parts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<Facts<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lists: Option<Lists>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<Decided<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calls: Option<Vec<Call<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<Versioned<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<Vec<Entry<'a>>>,
}

object! {
    About<'a>(of: &View<'a>, record: Record<'a>) => {
        id: Option<&'a CaseId> = record.id,
        name: &'a str = record.folder.case,
        title: Option<&'a str> = of.state.opening.as_ref().map(|opening| opening.title.as_str()),
        opened: Option<Stamp> = of.state.opening.as_ref().map(|opening| opening.at),
        closed: Option<Stamp> = of.state.closing().map(|closed| closed.at),
        /// The moment at which it is looked at.
        as_of: Stamp = of.now.at,
        /// SHA-256 over the heads.
        seal: Seal = Seal::of_case(record.folder.heads),
        heads: &'a [Head] = record.folder.heads,
    }
}
