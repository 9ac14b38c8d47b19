//! Rules: every test and every scale with its elements, every prohibition with what lifts it, and the two counts.

use super::counts_page::{self, counts_page};
use super::scale_page::{self, scale_page};
use super::{Screen, ScreenId};
use crate::base::ClauseId;
use crate::base::ids::cited;
use crate::base::text::{cut, width};
use crate::guide::Knowledge;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::counts::CountsStatus;
use crate::guide::rules::{ArmStatus, Group, RuleState};
use crate::guide::verdict::Verdict;
use crate::guide::words::{level, subject_and_value};
use crate::playbook::Body;
use crate::playbook::rule::{Arm, Rule};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::list::Place;
use crate::tui::open::open as open_form;
use crate::tui::page::{Page, Scroll};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Tests {
    place: Place,
    scroll: Scroll,
    /// Whether somebody chose a row. Before that the screen opens on what the policy says, not on the counts.
    chosen: bool,
}

/// A row: a prohibition, by its place among the items, a scale, the two counts, or a rule.
#[derive(Clone, Copy)]
enum Row {
    Prohibition(usize),
    Scale(usize),
    Counts,
    Rule(usize),
}

fn rows(case: &View<'_>) -> Vec<Row> {
    let items = case.playbook.items.iter().enumerate();
    let prohibitions =
        items.filter(|(_, item)| matches!(item.body, Body::Prohibition(_))).map(|(at, _)| Row::Prohibition(at));
    let scales = (0..case.playbook.scales.len()).map(Row::Scale);
    let counts = case.playbook.counts.iter().map(|_| Row::Counts);
    prohibitions.chain(scales).chain(counts).chain((0..case.playbook.rules.len()).map(Row::Rule)).collect()
}

/// Sign and role of a rule's state.
pub fn sign(state: RuleState) -> (&'static str, Role) {
    match state {
        RuleState::Met => ("x", Role::Text),
        RuleState::NotMet => ("/", Role::Text),
        RuleState::Pending => ("~", Role::Text),
        RuleState::NotApplicable => ("-", Role::Quiet),
    }
}

impl Tests {
    /// Selects a rule by its place in the playbook; the prohibitions stand before the rules.
    pub fn select(&mut self, rule: usize) {
        self.place.selected = usize::MAX - rule;
    }

    fn row(&self, rows: &[Row]) -> Option<usize> {
        if !self.chosen && self.place.selected == 0 && matches!(rows.first(), Some(Row::Counts)) {
            return Some(usize::from(rows.len() > 1));
        }
        let wanted = usize::MAX - self.place.selected;
        let named = rows.iter().position(|row| matches!(row, Row::Rule(at) if *at == wanted));
        if self.place.selected > usize::MAX / 2 { named } else { self.place.row(rows.len()) }
    }
}

impl Screen for Tests {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let rows = rows(&case);
        let at = self.row(&rows);
        self.place.selected = at.unwrap_or(0);
        self.chosen = true;
        match action {
            Action::PageUp => self.scroll.by(-5),
            Action::PageDown => self.scroll.by(5),
            Action::Back => return vec![Effect::Show(ScreenId::Now)],
            Action::Open => return at.map(|at| open(&case, rows[at])).unwrap_or_default(),
            Action::Note => {
                let about = at.and_then(|at| match rows[at] {
                    Row::Rule(at) => Some(case.playbook.rules[at].id.as_str()),
                    Row::Scale(_) => None,
                    Row::Prohibition(at) => Some(case.playbook.items[at].id.as_str()),
                    Row::Counts => Some(case.playbook.counts.as_ref()?.persons.as_str()),
                });
                return open_form(&case, &verbs::note::VERB, about.unwrap_or_default());
            }
            Action::LogCall => return vec![Effect::Show(ScreenId::Calls)],
            _ => {
                if self.place.on(action, rows.len()) {
                    self.scroll.reset();
                }
            }
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        match hit {
            Hit::Row(row) => {
                self.place.selected = row;
                self.chosen = true;
                self.scroll.reset();
                Vec::new()
            }
            Hit::Target(target) if ctx.case.is_some() => vec![Effect::Goto(target)],
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let rows = rows(&case);
        let selected = self.row(&rows);
        let wide = area.width >= 100;
        let (list, detail) = if wide {
            let list = Rect { width: area.width / 2 - 1, ..area };
            canvas.line_down(Rect { x: list.right(), width: 1, ..area });
            (list, Rect { x: list.right() + 2, width: area.width - list.width - 3, ..area })
        } else {
            let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 3);
            let line = Rect { y: area.y + height, height: 1, ..area };
            canvas.line_across(line);
            (
                Rect { height, ..area },
                Rect {
                    x: area.x + 1,
                    y: area.y + height + 1,
                    width: area.width.saturating_sub(2),
                    height: area.height.saturating_sub(height + 1),
                },
            )
        };
        if rows.is_empty() {
            canvas.put(area.x + 1, area.y, area.width, "This playbook has no rules.", Role::Quiet);
            return;
        }
        let counts = counts_page::of(&case);
        let affected = counts.as_ref().map(CountsStatus::line).unwrap_or_default();
        let place = Place { selected: selected.unwrap_or(0) };
        let top = place.top(rows.len(), usize::from(list.height));
        for (y, (at, row)) in (list.top()..list.bottom()).zip(rows.iter().enumerate().skip(top)) {
            let (sign, role, title, word) = match row {
                Row::Rule(rule) => {
                    let state = case.picture.rules[*rule].state;
                    let (mark, role) = sign(state);
                    (mark, role, case.playbook.rules[*rule].title.as_str(), state.label().to_owned())
                }
                Row::Scale(scale) => {
                    let (scale, status) = (&case.playbook.scales[*scale], &case.picture.scales[*scale]);
                    let (mark, role) = scale_page::sign(status.state);
                    // The level is what somebody looks for; how it came about stands on its page.
                    let word = match status.level {
                        Some(_) => level(&status.said(), scale),
                        None => status.state.label().to_owned(),
                    };
                    (mark, role, scale.title.as_str(), cut(&word, usize::from(list.width / 2)).into_owned())
                }
                Row::Counts => {
                    let (mark, role) = counts.as_ref().map_or((" ", Role::Quiet), counts_page::sign);
                    (mark, role, affected.as_str(), String::new())
                }
                Row::Prohibition(item) => {
                    let standing = case.picture.items[*item].standing;
                    let role = if standing.sign() == "!" { Role::Alarm } else { Role::Text };
                    (standing.sign(), role, case.playbook.items[*item].title.as_str(), standing.label().to_owned())
                }
            };
            let line = Rect { y, height: 1, ..list };
            let here = selected == Some(at);
            let lead = if here { "▸ " } else { "  " };
            let room = list.width.saturating_sub(u16::try_from(width(&word)).unwrap_or(0) + 2);
            canvas.pieces(
                list.x,
                y,
                room,
                &[(Role::Accent, lead), (role, sign), (Role::Text, " "), (Role::Text, title)],
            );
            canvas.put_right(line, &word, role);
            if here {
                canvas.tint(Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line }, Role::Selected);
            }
            canvas.hit(line, Hit::Row(at));
        }
        if let Some(row) = selected.map(|at| rows[at]) {
            let page = page(&case, row, detail.width);
            let top = self.scroll.top(&page, detail.height);
            page.draw(canvas, detail, top);
        }
    }
}

/// Enter on a rule goes to the first thing that it still needs, else to the first that decided it.
fn open(case: &View<'_>, row: Row) -> Vec<Effect> {
    match row {
        Row::Prohibition(at) => vec![Effect::Goto(Target::Item(at))],
        Row::Counts => {
            let found = counts_page::of(case).and_then(|counts| counts_page::target(case, &counts));
            found.map(Effect::Goto).into_iter().collect()
        }
        Row::Scale(at) => decisive(case, &case.picture.scales[at].verdict),
        Row::Rule(at) => decisive(case, &case.picture.rules[at].verdict),
    }
}

fn decisive(case: &View<'_>, verdict: &Verdict) -> Vec<Effect> {
    let mut subjects = verdict.missing.iter().chain(&verdict.because);
    let found = subjects.find_map(|subject| case.playbook.position(subject.id().as_str()));
    found.map_or_else(Vec::new, |at| vec![Effect::Goto(Target::Item(at))])
}

fn page(case: &View<'_>, row: Row, columns: u16) -> Page {
    let mut page = Page::new(columns);
    match row {
        Row::Prohibition(at) => {
            let item = &case.playbook.items[at];
            page.say(Role::Strong, &item.title).say(Role::Text, item.detail.as_deref().unwrap_or_default());
            if let Body::Prohibition(body) = &item.body {
                page.hanging("Lifted by: ", Role::Quiet, Role::Text, &body.lifted_by);
            }
            page.hanging("Clauses: ", Role::Quiet, Role::Accent, &cited(&item.cite));
        }
        Row::Counts => {
            if let Some(counts) = counts_page::of(case) {
                counts_page(&mut page, case, &counts);
            }
        }
        Row::Scale(at) => {
            scale_page(&mut page, case, &case.playbook.scales[at], &case.picture.scales[at]);
        }
        Row::Rule(at) => rule_page(&mut page, case, &case.playbook.rules[at], at),
    }
    page
}

fn rule_page(page: &mut Page, case: &View<'_>, rule: &Rule, at: usize) {
    let status = &case.picture.rules[at];
    let (_, role) = sign(status.state);
    page.say(Role::Strong, &rule.title);
    page.pieces(&[(role, status.state.label()), (Role::Quiet, &format!(" · {}", rule.effect.label()))]);
    page.say(if status.state == RuleState::Met { Role::Text } else { Role::Quiet }, &rule.say);
    if let Some(leans) = &status.leans {
        page.hanging("~ ", Role::Text, Role::Text, leans);
    }
    let knowledge = case.knowledge();
    for (group, arms, title) in [
        (Group::Any, &rule.any, "Any one of these:"),
        (Group::All, &rule.all, "All of these:"),
        (Group::Unless, &rule.unless, "Unless one of these:"),
    ] {
        if arms.is_empty() {
            continue;
        }
        page.gap();
        page.say(Role::Quiet, title);
        for status in status.arms.iter().filter(|status| status.group == group) {
            let Some(arm): Option<&Arm> = arms.get(status.index) else { continue };
            arm_line(page, case, arm, status, &knowledge);
        }
    }
    page.gap();
    clause_lines(page, case, &rule.cite);
}

/// One element: whether it is met, by which clause, and the answers it rests on.
pub fn arm_line(page: &mut Page, case: &View<'_>, arm: &Arm, status: &ArmStatus, knowledge: &Knowledge<'_>) {
    let (sign, role, word) = match status.verdict.value {
        Some(true) => ("x ", Role::Text, "met"),
        Some(false) => ("/ ", Role::Text, "not met"),
        None => ("~ ", Role::Text, "not known yet"),
    };
    page.hanging(sign, role, Role::Text, &format!("{} ({}): {word}", arm.title, cited(&arm.cite)));
    for subject in status.verdict.because.iter().chain(&status.verdict.missing) {
        let from = page.lines.len();
        page.hanging("    ", Role::Quiet, Role::Quiet, &subject_and_value(subject, knowledge));
        if let Some(at) = case.playbook.position(subject.id().as_str()) {
            page.click(from, Hit::Target(Target::Item(at)));
        }
    }
}

/// Clauses with their place and text.
pub fn clause_lines(page: &mut Page, case: &View<'_>, cite: &[ClauseId]) {
    for id in cite {
        if let Some(clause) = case.playbook.clause(id.as_str()) {
            page.hanging(&format!("{id} "), Role::Accent, Role::Text, &format!("({}) {}", clause.at, clause.text));
        }
    }
}
