//! A note, about anything or about the case as a whole.

use crate::base::ItemId;
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked};
use crate::record::common::{ACTOR, AROUND_CLOSED, AT, WHOLE_TEXT};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::Refusal;
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static TEXT: Field = Field::new(FieldKind::Words, "text", "Note")
    .ordered()
    .hint(WHOLE_TEXT)
    .help("TEXT", "The words; - reads them from standard input.")
    .noun("The note");

pub static VERB: Verb = Verb {
    word: "note",
    title: "Note",
    help: "Add a note.",
    on: Target {
        kind: TargetKind::Anything,
        value: "ID",
        help: "The item or test that it is about, or the point on which the policy does not say.",
    },
    fields: &[&TEXT],
    around: AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Noted],
    beside: Beside::Stands,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn about(on: &On) -> Option<&ItemId> {
    match on {
        On::Item(id) | On::Rule(id) | On::Silence(id) => Some(id),
        _ => None,
    }
}

fn ask(view: &View<'_>, on: &On, _: &Draft) -> Asked {
    let title = match about(on).and_then(|id| view.playbook.title(id.as_str())) {
        Some(title) => format!("Note: {title}"),
        None => "Note on the case".to_owned(),
    };
    // A remark on a note is a second note.
    let around = [Ask::of(&ACTOR).label("Said by"), Ask::of(&AT)];
    Asked::titled(title).ask(Ask::of(&TEXT)).ask(around.map(Ask::aside))
}

fn decide(_: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    Ok(Fact::Noted { about: about(on).cloned(), text: draft.words(&TEXT)?, tag: None, because: None })
}
