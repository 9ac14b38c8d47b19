//! An inject goes out to the players. Sending never waits: not for the plan, a hold, a pause or the start of the clock.

use super::led::{CASE, id, lasting, lines};
use crate::base::{Delivery, text};
use crate::case::{EntryKind, Fact};
use crate::drill::real::phrases;
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Choice};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Verb};

pub static INJECT: Field =
    Field::new(FieldKind::Line, "inject", "Inject").ordered().help("NUMBER", "Its number.").noun("The number");
pub static FROM: Field =
    Field::new(FieldKind::Line, "from", "From").always().help("WHO", "Whom it comes from.").noun("Whom it comes from");
pub static TO: Field =
    Field::new(FieldKind::Words, "to", "To").always().help("WHO", "To whom, one a line.").noun("To whom it goes");
pub static DELIVERY: Field = Field::new(FieldKind::Pick, "delivery", "How it reaches them")
    .always()
    .help("HOW", "How it reaches them.")
    .noun("How it goes");
pub static TEXT: Field =
    Field::new(FieldKind::Words, "text", "Text").hint(WHOLE_TEXT).help("TEXT", "What players get.").noun("The text");
pub static GIST: Field = Field::new(FieldKind::Line, "gist", "Gist")
    .help("TEXT", "What the screen says of one that is spoken.")
    .noun("The gist");
pub static FILES: Field =
    Field::new(FieldKind::Words, "files", "Files").help("FILE", "SHA-256, a blank and the name, one a line.");
pub static ABSENT: Field =
    Field::new(FieldKind::Line, "absent", "Absent from now on").help("ROLE", "Who cannot be reached from now on.");

static PHRASE: Reason = Reason::new(
    "drill-phrase",
    "\"{0}\" is what people say when something has really happened.",
    "Say it in other words: whoever reads or hears it would leave the exercise.",
);
static SENT: Reason = Reason::new(
    "inject-sent",
    "Inject {0} was sent already: {1}.",
    "Take that back first, or send another one on the spot.",
);

pub static VERB: Verb = Verb {
    word: "release",
    title: "Send an inject",
    help: "Send an inject to the players.",
    on: CASE,
    fields: &[&INJECT, &FROM, &TO, &DELIVERY, &TEXT, &GIST, &FILES, &ABSENT],
    around: &[],
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::Released],
    beside: Beside::Stands,
    offers: |view, _| lasting(view).map(|_| ()),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let ways = Delivery::ALL.map(|one| Choice::new(one.word(), text::sentence(one.said())));
    Asked::titled("Send an inject")
        .ask(Ask::of(&FROM))
        .ask(Ask::of(&TO))
        .ask(Ask::of(&DELIVERY).choices(ways).shows(Delivery::Screen.word().to_owned()))
        .ask(Ask::of(&TEXT).needed(true))
}

/// The place of the entry by which an inject is out, if it is.
pub fn sent(view: &View<'_>, inject: &str) -> Option<usize> {
    let is = |at: &usize| matches!(&view.state.at(*at).fact, Fact::Released { inject: sent, .. } if sent == inject);
    view.state.releases().filter(|at| view.state.counts(*at)).find(is)
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    lasting(view)?;
    let inject = draft.words(&INJECT)?;
    if let Some(at) = sent(view, &inject) {
        return Err(SENT.about(quoted(&inject)).and(Named::Entry(at)));
    }
    for field in [&FROM, &TO, &TEXT, &GIST] {
        let words = draft.text(field).unwrap_or_default();
        if let Some(range) = phrases(words).into_iter().next() {
            return Err(PHRASE.about(quoted(&words[range])).needs(field));
        }
    }
    Ok(Fact::Released {
        inject,
        from: draft.words(&FROM)?,
        to: lines(draft, &TO)?,
        delivery: draft.words(&DELIVERY)?,
        text: draft.line(&TEXT)?,
        gist: draft.line(&GIST)?,
        files: lines(draft, &FILES)?,
        absent: id(draft, &ABSENT)?,
    })
}
