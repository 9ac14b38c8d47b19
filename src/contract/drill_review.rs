//! What became of a drill as JSON, the contract `drill-review/1`: what was expected, the figures, ratings and notes, from both folders.
//! Times of the exercise are in whole seconds of play from the first inject on, beside real seconds.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId, Stamp};
use crate::case::{Fact, Tag, Verdict};
use crate::drill::Account;
use crate::drill::account::Noted;
use crate::drill::expect::{Away, Contingent, Expected, Found};
use crate::drill::figures::{Clock, Decision, Rated, SetAnew, Share, Timed, Took, Totals, WritingDown};
use crate::journal::{Head, Seal};
use crate::judge::View;
use crate::judge::view::actions;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where both folders lie, by their names, and the last block of every run in each.
#[derive(Clone, Copy)]
pub struct Folders<'a> {
    pub case: &'a str,
    pub case_heads: &'a [Head],
    pub control: &'a str,
    pub control_heads: &'a [Head],
}

/// The whole account.
pub fn drill_review<'a>(of: &'a Account<'a>, view: &'a View<'a>, folders: Folders<'a>) -> DrillReview<'a> {
    DrillReview::of(of, view, folders)
}

object! {
    DrillReview<'a>(of: &'a Account<'a>, view: &'a View<'a>, folders: Folders<'a>) {
        let (played, figures) = (of.played, &of.figures);
        let script = played.script;
        let expected = of.course.expected.iter();
    } => {
        schema: &'static str = "drill-review/1",
        mode: &'static str = "exercise",
        case: &'a str = folders.case,
        control: &'a str = folders.control,
        script: Script<'a> = Script::of(of),
        ended: bool = played.has_ended(),
        clock: Ran<'a> = Ran::of(&figures.clock),
        totals: Counted = Counted::of(figures.totals),
        figures: Vec<Figure<'a>> = firsts(of),
        objectives: Vec<Objective<'a>> = figures.objectives.iter().map(|one| Objective::of(of, one)).collect(),
        expectations: Vec<Expectation<'a>> = expected.map(|one| Expectation::of(of, one)).collect(),
        contingencies: Vec<Contingency> = of.course.contingencies.iter().map(|one| Contingency::of(of, one)).collect(),
        decisions: Vec<Decided<'a>> = figures.decided.decisions.iter().map(|one| Decided::of(of, one)).collect(),
        decided_by_role: BTreeMap<&'a str, usize> = figures.decided.by_role.iter().map(|(role, n)| (role.as_str(), *n)).collect(),
        calls: usize = figures.calls,
        reached: usize = figures.reached,
        writing_down: Option<Writing> = figures.writing_down.map(Writing::of),
        notes: Vec<Note<'a>> = notes(of),
        improvements: Vec<Improvement> = improvements(view),
        case_seal: Seal = Seal::of_case(folders.case_heads),
        case_heads: &'a [Head] = folders.case_heads,
        control_heads: &'a [Head] = folders.control_heads,
        title: &'a str = &script.title,
    }
}

object! {
    Script<'a>(of: &'a Account<'a>) { let script = of.played.script; } => {
        id: String = script.id.to_string(),
        digest: &'a str = &script.digest,
        playbook: &'a str = of.played.playbook.id.as_str(),
        playbook_digest: &'a str = &of.played.playbook.digest,
        commit: Option<&'a str> = of.played.case.drill_opening().and_then(|at| match &of.played.case.at(at).fact {
            Fact::DrillOpened { commit, .. } => Some(commit.as_str()),
            _ => None,
        }),
    }
}

fn seconds(ms: u64) -> u64 {
    ms / 1000
}

object! {
    Ran<'a>(clock: &'a Clock) => {
        played_s: u64 = seconds(clock.minutes_ms),
        real_s: u64 = seconds(clock.real_ms),
        paused_s: u64 = seconds(clock.paused_ms),
        pauses: usize = clock.pauses,
        set_anew: Vec<Anew<'a>> = clock.set_anew.iter().map(Anew::of).collect(),
    }
}

object! {
    Anew<'a>(one: &'a SetAnew) => {
        part: usize = one.part,
        title: Option<&'a str> = one.title.as_deref(),
        from: Stamp = one.from,
        to: Stamp = one.to,
        by_s: u64 = seconds(one.by_ms),
    }
}

object! {
    Counted(totals: Totals) => {
        met: usize = totals.met,
        partly: usize = totals.partly,
        missed: usize = totals.missed,
        na: usize = totals.not_applicable,
        not_reached: usize = totals.not_reached,
        not_judged: usize = totals.not_judged,
        open: usize = totals.open,
        share_met: Option<Fraction> = totals.share_met().map(Fraction::of),
        share_met_or_partly: Option<Fraction> = totals.share_met_or_partly().map(Fraction::of),
    }
}

object! {
    Fraction(share: Share) => {
        part: usize = share.part,
        of: usize = share.of,
        /// Only from 5 on.
        percent: Option<usize> = share.percent(),
    }
}

object! {
    Figure<'a>(name: &'static str, took: Option<&Took>, timed: Option<&'a Timed>, of: &'a Account<'a>) {
        let script = of.played.script;
        let expectation = timed.map(|timed| script.expectations[timed.expectation].id.as_str());
    } => {
        figure: &'static str = name,
        expectation: Option<&'a str> = expectation,
        /// Nothing where it was not by the end, or is not yet.
        took: Option<TookS> = took.map(|took| TookS::of(of, took)),
        tried: Option<TookS> = timed.and_then(|timed| timed.tried.as_ref()).map(|took| TookS::of(of, took)),
        split: Option<TookS> = timed.and_then(|timed| timed.split.as_ref()).map(|took| TookS::of(of, took)),
        seats: BTreeMap<&'a str, Option<TookS>> = timed.into_iter().flat_map(|timed| &timed.seats)
            .map(|(seat, took)| (seat.as_str(), took.as_ref().map(|took| TookS::of(of, took)))).collect(),
        changes: Vec<Change> = timed.into_iter().flat_map(|timed| &timed.changes)
            .map(|(took, says)| Change::of(of, took, says.as_deref())).collect(),
        not_by_s: Option<u64> = of.figures.end_ms.filter(|_| took.is_none()).map(seconds),
    }
}

fn firsts<'a>(of: &'a Account<'a>) -> Vec<Figure<'a>> {
    let call = &of.figures.first_call;
    let mut all = vec![
        Figure::of("first_call", call.any.as_ref(), None, of),
        Figure::of("first_reached", call.reached.as_ref(), None, of),
    ];
    let timed = of.figures.timed.iter();
    all.extend(timed.map(|timed| Figure::of(timed.figure.word(), timed.took.as_ref(), Some(timed), of)));
    all
}

object! {
    TookS(of: &Account<'_>, took: &Took) => {
        entry: String = of.played.case.name(took.at),
        minutes_s: u64 = seconds(took.minutes_ms),
        before_the_inject: bool = took.before,
        real_s: u64 = seconds(took.real_ms),
        by_exercise_clock_s: u64 = seconds(took.by_clock_ms),
        happened_s: Option<u64> = took.happened.map(|said| seconds(said.minutes_ms)),
        clocks_compared: bool = took.compared,
    }
}

object! {
    Change(of: &Account<'_>, took: &Took, says: Option<&str>) => {
        took: TookS = TookS::of(of, took),
        says: Option<String> = says.map(str::to_owned),
    }
}

object! {
    Objective<'a>(of: &'a Account<'a>, rated: &'a Rated) {
        let objective = &of.played.script.objectives[rated.objective];
    } => {
        id: &'a ItemId = &objective.id,
        text: &'a str = &objective.text,
        clauses: &'a [ClauseId] = &objective.cite,
        rating: Option<&'static str> = rated.rating.as_ref().map(|rating| rating.verdict.word()),
        because: Option<&'a str> = rated.rating.as_ref().and_then(|rating| rating.because.as_deref()),
        totals: Counted = Counted::of(rated.totals),
        observations: Vec<String> = rated.observations.iter().map(|at| of.played.control.name(*at)).collect(),
    }
}

object! {
    Expectation<'a>(of: &'a Account<'a>, expected: &'a Expected) {
        let said = expected.of(of.played.script);
        let by = expected.by_person.as_ref();
    } => {
        id: &'a ItemId = &said.id,
        inject: u32 = said.inject,
        text: &'a str = &said.text,
        objective: &'a ItemId = &said.objective,
        clauses: &'a [ClauseId] = &said.cite,
        avoid: bool = said.avoid,
        within_min: Option<u32> = said.within,
        counts: &'static str = counts(expected),
        by_record: &'static str = by_record(expected.found),
        ahead: bool = matches!(expected.found, Found::Met { ahead: true }),
        late_by_s: Option<u64> = match expected.found { Found::Partly { late_by_ms } => Some(seconds(late_by_ms)), _ => None },
        took_s: Option<u64> = expected.took_ms().map(seconds),
        closes_s: Option<u64> = expected.closes_ms.map(seconds),
        entry: Option<String> = expected.matched.as_ref().map(|step| of.played.case.name(step.at)),
        changed_at: Vec<String> = expected.changes.iter().map(|step| of.played.case.name(step.at)).collect(),
        by_person: Option<&'static str> = by.map(|by| by.verdict.word()),
        judged_by: Option<String> = by.map(|by| of.played.control.name(by.at)),
        because: Option<&'a str> = by.and_then(|by| by.because.as_deref()),
    }
}

/// The words of verdicts, and of what is none.
fn counts(expected: &Expected) -> &'static str {
    use crate::drill::expect::Counts;
    match expected.counts() {
        Counts::Met => Verdict::Met.word(),
        Counts::Partly => Verdict::Partly.word(),
        Counts::Missed => Verdict::Missed.word(),
        Counts::NotApplicable => Verdict::NotApplicable.word(),
        Counts::NotReached => "not-reached",
        Counts::NotJudged => "not-judged",
        Counts::Open => "open",
    }
}

fn by_record(found: Found) -> &'static str {
    match found {
        Found::Waits => "waits",
        Found::Open => "open",
        Found::Met { .. } => "met",
        Found::Partly { .. } => "partly",
        Found::Missed => "missed",
        Found::NotReached => "not-reached",
        Found::NotApplicable(Away::Skipped) => "skipped",
        Found::NotApplicable(Away::NeverSent) => "never-sent",
        Found::NotApplicable(Away::TakenBack) => "taken-back",
        Found::NotJudged => "not-judged",
    }
}

object! {
    Contingency(of: &Account<'_>, one: &Contingent) {
        let moment = one.moment(&of.played);
        let script = of.played.script;
    } => {
        inject: u32 = one.inject,
        offered_s: Option<u64> = one.offered().map(|(_, ms)| seconds(ms)),
        offered_at: Option<Stamp> = moment.map(|moment| moment.at),
        offered_real: Option<Stamp> = moment.map(|moment| moment.real),
        for_expectation: Option<String> = one.offered().map(|(at, _)| script.expectations[at].id.to_string()),
        sent_s: Option<u64> = one.sent.map(|sent| seconds(sent.played_ms)),
    }
}

object! {
    Decided<'a>(of: &'a Account<'a>, one: &'a Decision) => {
        entry: String = of.played.case.name(one.at),
        decision: &'a ItemId = &one.of,
        outside_policy: bool = one.outside_policy,
        role: Option<&'a ItemId> = one.role.as_ref(),
        person: &'a str = &one.person,
        written_by: Option<&'a str> = one.written_by.as_deref(),
        without_reason: bool = one.without_reason,
        by_absent: bool = one.by_absent,
        took: Option<TookS> = one.took.as_ref().map(|took| TookS::of(of, took)),
    }
}

object! {
    Writing(written: WritingDown) => {
        median_s: u64 = seconds(written.median_ms),
        longest_s: u64 = seconds(written.longest_ms),
        n: usize = written.n,
    }
}

object! {
    Note<'a>(of: &Account<'_>, note: &Noted<'a>) => {
        entry: String = if note.in_control { of.played.control.name(note.at) } else { of.played.case.name(note.at) },
        tag: &'static str = note.tag.word(),
        text: &'a str = note.text,
        inject: Option<&'a str> = note.inject,
        objective: Option<&'a ItemId> = note.objective,
        because: Option<&'a str> = note.because,
    }
}

fn notes<'a>(of: &'a Account<'a>) -> Vec<Note<'a>> {
    Tag::ALL.into_iter().flat_map(|tag| of.noted(tag)).map(|note| Note::of(of, &note)).collect()
}

/// An improvement action that is not done.
#[derive(Serialize)]
pub struct Improvement {
    pub entry: String,
    pub label: Option<String>,
    pub name: String,
    pub due: Option<String>,
}

fn improvements(view: &View<'_>) -> Vec<Improvement> {
    let open = actions::open(view.playbook, view.state, view.now);
    open.into_iter()
        .map(|action| Improvement {
            entry: view.state.name(action.row),
            label: view.state.label(action.row),
            name: action.name,
            due: action.due.map(|due| due.to_string()),
        })
        .collect()
}
