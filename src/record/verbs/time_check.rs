//! The laptop's clock is compared with a watch.

use crate::base::time::is_time_of_day;
use crate::base::{Now, Stamp, Typed, Unread};
use crate::case::{EntryKind, Fact};
use crate::judge::View;
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static WATCH: Field = Field::new(FieldKind::Watch, "watch", "The watch says")
    .ordered()
    .hint("14:07 or 14:07:40; with the date if the laptop's is wrong")
    .help("WATCH", "What the watch says.")
    .noun("The time");
pub static CHECKED_BY: Field =
    Field::new(FieldKind::Line, "checked-by", "Who looked").help("NAME", "Who looked.").noun("The name");

static NOT_A_TIME: Reason = Reason::new(
    "watch-not-a-time",
    "\"{0}\" is not a time.",
    "Write what the watch says: 14:07 or 14:07:40, with the date if the laptop's date is wrong.",
);

pub static VERB: Verb = Verb {
    word: "time-check",
    title: "Compare the clock",
    help: "Compare the computer's clock with a watch.",
    on: Target { kind: TargetKind::Case, value: "", help: "" },
    fields: &[&WATCH, &CHECKED_BY],
    around: crate::record::common::AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: true,
    records: &[EntryKind::TimeChecked],
    beside: Beside::Stands,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn ask(_: &View<'_>, _: &On, _: &Draft) -> Asked {
    let says = "Times that were recorded stay as they are; the difference is written down beside them.";
    Asked::titled("Compare the clock")
        .above([Preface::LaptopSays, Preface::Says(says)])
        .ask(Ask::of(&WATCH))
        .ask(Ask::of(&CHECKED_BY))
}

/// A watch shows a time of day: of the days around, the one nearest to the laptop's clock is meant.
///
/// # Errors
/// Why it is no time.
pub fn read(typed: &str, now: Now) -> Result<Typed<Stamp>, Unread> {
    let before = Stamp::read(typed, now)?;
    let ahead = if is_time_of_day(typed, now) { Stamp::read_ahead(typed, now).ok() } else { None };
    let far = |read: &Typed<Stamp>| read.value.seconds_since(now.at).abs();
    Ok(ahead.filter(|ahead| far(ahead) < far(&before)).unwrap_or(before))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let read = read(draft.text(&WATCH).unwrap_or_default(), view.now).map_err(|why| match why {
        Unread::NotATime(typed) => NOT_A_TIME.about(quoted(&typed)).needs(&WATCH),
        why => Refusal::from(why).needs(&WATCH),
    })?;
    Ok(Fact::TimeChecked { watch: read.value, checked_by: draft.line(&CHECKED_BY)? })
}
