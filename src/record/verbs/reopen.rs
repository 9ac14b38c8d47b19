//! A closed case is opened again.

use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::Reason;
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static REASON: Field =
    Field::new(FieldKind::Words, "reason", "Why").always().hint(WHOLE_TEXT).help("REASON", "Why.").noun("The reason");

static OPEN: Reason = Reason::new("case-is-open", "The case is open.", "There is nothing to reopen.");

pub static VERB: Verb = Verb {
    word: "reopen",
    title: "Open the case again",
    help: "Open a closed case again.",
    on: Target { kind: TargetKind::Case, value: "", help: "" },
    fields: &[&REASON],
    around: crate::record::common::AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Reopened],
    beside: Beside::Replaces,
    offers: |view, _| if view.picture.closed { Ok(()) } else { Err(OPEN.refuse()) },
    ask: |_: &View<'_>, _: &On, _: &Draft| Asked::titled("Open the case again").ask(Ask::of(&REASON)),
    decide: |_, _, draft| Ok(Fact::Reopened { reason: draft.words(&REASON)? }),
};
