//! Putting right: the last record of this run is struck with one key; any entry is recorded anew, or struck with a reason.

use super::ctx::Ctx;
use super::effect::Effect;
use super::form::{Fill, Form, Kind};
use super::key::Key;
use super::open::{open, open_with};
use crate::case::Fact;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::refusal::{Voice, said};
use crate::record::common::SETTLES;
use crate::record::correct;
use crate::record::{Draft, FieldKind, verbs::strike};

/// Strikes the last record of this run: at once in its first minute, later by the form that asks for the reason.
pub fn strike_last(case: &View<'_>) -> Vec<Effect> {
    let say = |text: &str| vec![Effect::Say(text.to_owned())];
    let Some(at) = strike::last_of_run(case) else {
        return say("This run has recorded nothing yet; e strikes any other.");
    };
    let recorded = case.state.at(at);
    if matches!(recorded.fact, Fact::StruckOut { .. }) || case.state.struck_by(&recorded.id).is_some() {
        return say("Struck already; e strikes any other.");
    }
    match strike::offers_at(case, at) {
        Err(refusal) => vec![Effect::Say(said(case, &refusal, Voice::Screen).line())],
        Ok(()) if strike::is_a_slip(case, recorded) => {
            vec![Effect::Submit(Draft::new(&strike::VERB, case.state.name(at)))]
        }
        Ok(()) => correct(case, at),
    }
}

/// Whether the last record of this run can be struck: not where the case was opened, closed or opened again, or where it is struck.
pub fn can_strike_last(case: &View<'_>) -> bool {
    strike::last_of_run(case).is_some_and(|at| {
        let recorded = case.state.at(at);
        let struck = matches!(recorded.fact, Fact::StruckOut { .. }) || case.state.struck_by(&recorded.id).is_some();
        !struck && strike::offers_at(case, at).is_ok()
    })
}

/// Opens the form that records an entry anew; the one that strikes it, where nothing can stand in its place.
pub fn correct(case: &View<'_>, at: usize) -> Vec<Effect> {
    match correct::draft(case, &case.state.name(at)) {
        Ok(draft) => open_with(case, draft),
        Err(_) if matches!(case.state.at(at).fact, Fact::StruckOut { .. } | Fact::SheetEnded { .. }) => {
            open(case, &strike::VERB, &case.state.name(at))
        }
        Err(refusal) => vec![Effect::Say(said(case, &refusal, Voice::Screen).line())],
    }
}

/// The same for what was recorded last of an item or a silence.
pub fn correct_target(case: &View<'_>, target: Target) -> Vec<Effect> {
    let entry = match target {
        Target::Silence(at) => case.picture.silences[at].decided,
        Target::Item(at) => {
            let id = case.playbook.items[at].id.as_str();
            let all = [case.counting().attempts(id), case.counting().passed_on(id), case.state.register(id)];
            all.iter().filter_map(|all| all.last().copied()).chain(case.picture.items[at].entry).max()
        }
    };
    match entry {
        Some(entry) => correct(case, entry),
        None => vec![Effect::Say("Nothing is recorded here that could be put right. Enter opens it.".into())],
    }
}

/// The entry that a form records anew; `None` for any other form.
pub fn corrects(form: &Form) -> Option<String> {
    let settles = form.fields.iter().find(|field| field.name == SETTLES.name)?;
    Some(settles.input.text()).filter(|name| !name.trim().is_empty() && matches!(form.kind, Kind::Record(..)))
}

/// In a form that records anew, `0` goes to the strike of that entry: at a choice, and in an empty field of words. Where a number
/// is typed it is a number.
pub fn zero(form: &Form, key: Key, ctx: &Ctx<'_>) -> Option<Vec<Effect>> {
    let (name, case) = (corrects(form).filter(|_| key == Key::sign('0'))?, ctx.open()?);
    let free = form.fields.get(form.focus).is_none_or(|field| match &field.input {
        Fill::Pick(_) => true,
        input => {
            let words = |kind| matches!(kind, FieldKind::Line | FieldKind::Name | FieldKind::Words);
            input.text().is_empty() && field.record.as_ref().is_some_and(|(known, _)| words(known.kind))
        }
    });
    free.then(|| std::iter::once(Effect::Pop).chain(open(&case, &strike::VERB, &name)).collect())
}
