//! Now: the one thing to do, as a card; what comes after; what was recorded just now.

mod draw;
mod inject;
mod line;
mod still_right;
pub mod walk;

use super::{Screen, ScreenId};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::Does;
use crate::page::card::Card;
use crate::page::item;
use crate::page::mine;
use crate::playbook::Body;
use crate::record::verbs::{self, task};
use crate::record::{Draft, main_verb};
use crate::session::Sight;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::form::together;
use crate::tui::key::Key;
use crate::tui::open::{open, open_with};
use crate::tui::page::{Made, Scroll};
use crate::tui::put_right::correct_target;
pub(in crate::tui) use draw::is_end;
use line::Answering;
pub use line::acts_at_once;
use ratatui::layout::Rect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use still_right::still_right;
use walk::Walk;

/// The view.
#[derive(Default)]
pub struct Now {
    at: Option<Target>,
    /// The list from which its card was opened; Esc goes back to it.
    from: Option<ScreenId>,
    unfolded: bool,
    /// Whether somebody went on from the first card.
    went_on: bool,
    /// Whether only what falls to the person at the keyboard comes up, and what has no owner.
    mine: bool,
    scroll: Scroll,
    /// By how many lines Enter reads on in an inject that goes on below the screen; 0 where all of it was shown.
    below: Cell<u16>,
    made: Made,
    /// The line that answers a yes/no card, once it is begun.
    line: Option<Answering>,
    /// The card as it was made last, and of what.
    card: RefCell<Option<Kept>>,
}

/// A card, and the revision, the moment and the thing that it was made of.
type Kept = ((u64, i64), Target, Rc<Card>);

/// What is said in place of a card where no copy of the playbook can be read.
const WITHOUT_PLAYBOOK: &str = "The record (g r) shows what was recorded. w records a note: what is answered, decided, done or \
     said in calls, with who and when. Put the folder \"playbook\" of another copy of the case in its place and open the case again.";

impl Now {
    /// Puts an item or a silence on the card.
    pub fn select(&mut self, target: Target) {
        if self.at != Some(target) {
            self.went_on |= self.at.is_some();
            self.scroll.reset();
            self.unfolded = false;
            self.line = None;
        }
        self.at = Some(target);
    }

    /// The same, opened from a list.
    pub fn open_from(&mut self, target: Target, from: ScreenId) {
        self.select(target);
        self.from = Some(from).filter(|from| !matches!(from, ScreenId::Now | ScreenId::Home | ScreenId::Help));
    }

    /// What was put on the card, once anything was.
    pub fn selected(&self) -> Option<Target> {
        self.at
    }

    /// What is on the card in this case; none where nothing is left to do.
    pub fn target(&self, case: &View<'_>) -> Option<Target> {
        let there = |target: &Target| match target {
            Target::Item(at) => *at < case.playbook.items.len(),
            Target::Silence(at) => *at < case.playbook.silences.len(),
        };
        self.at.filter(there).or_else(|| self.agenda(case).first().copied())
    }

    /// What comes up, in its order.
    pub fn agenda(&self, case: &View<'_>) -> Vec<Target> {
        if self.mine { mine::next(case) } else { case.picture.next.iter().map(|next| next.target).collect() }
    }

    /// Whether nothing is left that is theirs: then they are asked what they want to add.
    pub fn has_nothing_of_mine(&self, case: &View<'_>) -> bool {
        self.mine && self.target(case).is_none()
    }

    /// Shows only what is mine, or everything.
    pub fn shows(&mut self, mine: bool) {
        self.rests();
        (self.mine, self.made) = (mine, Made::default());
    }

    /// The card of a thing, made once for a revision of the case and a moment.
    pub fn card(&self, case: &View<'_>, target: Target, of: (u64, i64)) -> Rc<Card> {
        let mut made = self.card.borrow_mut();
        match made.as_ref().filter(|(known, on, _)| *known == of && *on == target) {
            Some((.., card)) => Rc::clone(card),
            None => {
                let card = Rc::new(item::card(case, target));
                *made = Some((of, target, Rc::clone(&card)));
                card
            }
        }
    }

    /// Whether a line is typed that answers the card.
    pub fn takes_text(&self) -> bool {
        self.line.is_some()
    }

    /// After each turn: a line that was begun in it answers what had been read by then.
    pub fn begun(&mut self, sight: impl FnOnce() -> Sight) {
        if let Some(line) = self.line.as_mut().filter(|line| line.sight.is_none()) {
            line.sight = Some(sight());
        }
    }

    /// How far the case had been read when the line was begun.
    pub fn sight(&self) -> Option<&Sight> {
        self.line.as_ref().and_then(|line| line.sight.as_ref())
    }

    /// Begins the line of a card that takes one; says whether the card does. What is typed `unseen` is for a card before it.
    pub fn types(&mut self, case: &View<'_>, text: &str, unseen: bool) -> bool {
        let Some(mut line) = self.target(case).and_then(|target| Answering::of(case, target)) else { return false };
        if !unseen {
            line.paste(text);
            self.line = Some(line);
        }
        true
    }

    /// What stands in the line, and why it is no answer.
    pub fn typed(&self) -> Option<(String, Option<&'static str>)> {
        self.line.as_ref().map(|line| (line.text(), line.problem()))
    }

    /// The verb whose key stands alone in the line: Enter does it.
    pub fn verb_in_line(&self) -> Option<Action> {
        self.line.as_ref().and_then(Answering::verb)
    }

    /// Nothing stands on the card but what waits, or that all is settled.
    pub fn rests(&mut self) {
        self.at = None;
        self.line = None;
        self.from = None;
    }

    fn choose(case: &View<'_>, target: Target, digit: Option<usize>) -> Vec<Effect> {
        let does = item::card(case, target).does;
        let chosen = digit.filter(|digit| *digit <= digits(&does)).and_then(|digit| does.get(digit - 1));
        chosen.map(|does| open_preset(case, target, does)).unwrap_or_default()
    }

    fn begin(&mut self, case: &View<'_>, target: Target, action: Action) -> Vec<Effect> {
        let sign = match action {
            Action::Yes => 'y',
            Action::No => 'n',
            _ => 'u',
        };
        match Answering::of(case, target) {
            Some(mut line) => {
                line.key(Key::sign(sign));
                self.line = Some(line);
                Vec::new()
            }
            // Of a question with other answers, one can still say that nobody knows yet.
            None if action == Action::Unknown => unknown(case, target),
            None => vec![Effect::Say("This card takes no y or n.".into())],
        }
    }

    /// Takes what stands in the line, the card, or what is missing.
    fn take(&mut self, case: &View<'_>, target: Target) -> Vec<Effect> {
        if let Some(action) = self.verb_in_line() {
            self.line = None;
            return vec![Effect::Verb(action)];
        }
        match (&mut self.line, Answering::of(case, target)) {
            (Some(line), _) => line.take(case, target),
            (None, Some(line)) => vec![Effect::Say(line.missing().into())],
            (None, None) => match comes_first(case, target) {
                Some(first) => vec![Effect::Goto(first)],
                None => item_verb(case, target, Action::Open).unwrap_or_default(),
            },
        }
    }
}

/// What the policy puts before what stands on the card: Enter leads there.
fn comes_first(case: &View<'_>, target: Target) -> Option<Target> {
    let Target::Item(at) = target else { return None };
    let first = case.picture.items[at].obstacle.as_ref()?.first()?.id().as_str();
    let silence =
        || case.playbook.silences.iter().position(|silence| silence.id.as_str() == first).map(Target::Silence);
    case.playbook.position(first).map(Target::Item).or_else(silence)
}

/// The step that something is in; what the policy does not say is in none.
pub fn step_of(case: &View<'_>, target: Target) -> usize {
    match target {
        Target::Item(at) => case.playbook.items[at].phase,
        Target::Silence(_) => usize::MAX,
    }
}

/// Whether the card takes a line: its choices have letters. The options of a decision may bear the same names, and have numbers.
pub fn takes_line(does: &[Does]) -> bool {
    does.iter().any(|does| match does.preset.as_deref() {
        Some("unknown") => does.verb == &verbs::answer::VERB,
        Some(task::NEEDED) => does.verb == &task::VERB,
        _ => false,
    })
}

/// How many choices of a card have a number.
pub fn digits(does: &[Does]) -> usize {
    let is_marked = does.iter().any(|does| does.verb == &verbs::confirm::VERB);
    if takes_line(does) || is_marked { 0 } else { does.iter().filter(|does| does.preset.is_some()).count() }
}

/// Opens the form of a choice: what is chosen stands in it, and the cursor goes to what is needed next.
fn open_preset(case: &View<'_>, target: Target, does: &Does) -> Vec<Effect> {
    let (_, id) = main_verb(case, target);
    let mut draft = Draft::new(does.verb, id);
    if let (Some(preset), Some(field)) = (&does.preset, does.verb.fields.first()) {
        draft = draft.with(field, preset);
    }
    open_with(case, draft)
}

fn unknown(case: &View<'_>, target: Target) -> Vec<Effect> {
    let (main, id) = main_verb(case, target);
    if main != &verbs::answer::VERB {
        return vec![Effect::Say("This is not a question.".into())];
    }
    open_with(case, Draft::new(main, id).with(&verbs::answer::VALUE, "unknown"))
}

/// Fills in who is to be called and how to reach them.
fn fill_in(case: &View<'_>, target: Target) -> Vec<Effect> {
    let Target::Item(at) = target else { return Vec::new() };
    match crate::page::calls::role(case, at) {
        Some(role) => open(case, &verbs::contact::VERB, role.as_str()),
        None => vec![Effect::Say("This card has no number.".into())],
    }
}

/// Notes, deferrals and the like on an item: the same verbs on every screen that shows items.
pub fn item_verb(case: &View<'_>, target: Target, action: Action) -> Option<Vec<Effect>> {
    let (main, id) = main_verb(case, target);
    let item = case.playbook.item(id);
    let is_call = item.is_some_and(|item| matches!(item.body, Body::Call(_)));
    Some(match action {
        Action::Open => open(case, main, id),
        Action::Make(verb) => open(case, verb, id),
        Action::Note => open(case, &verbs::note::VERB, id),
        Action::Defer | Action::RuleOut if item.is_none() => {
            vec![Effect::Say("This cannot be put off. It stays in sight.".into())]
        }
        Action::Defer => open(case, &verbs::defer::VERB, id),
        // Of a decision that the seats do not agree on: somebody settled it, and says which option counts.
        Action::RuleOut if main == &verbs::decision::VERB => {
            open_with(case, Draft::new(main, id).with(&verbs::decision::SETTLED_BY, ""))
        }
        Action::RuleOut => open_with(case, Draft::new(&task::VERB, id).with(&task::OUTCOME, task::RULED_OUT)),
        Action::StillRight => still_right(case, target),
        Action::LogCall if is_call => open(case, &verbs::call::VERB, id),
        Action::LogCall => vec![Effect::Show(ScreenId::Calls), Effect::Say("Choose whom you called.".into())],
        Action::Correct => correct_target(case, target),
        Action::PassOn if is_call => open(case, &verbs::pass_on::VERB, id),
        Action::PassOn => {
            vec![Effect::Show(ScreenId::Calls), Effect::Say("Choose the call; a asks somebody else.".into())]
        }
        _ => return None,
    })
}

impl Screen for Now {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return vec![Effect::Show(ScreenId::Home)] };
        if case.playbook.items.is_empty() {
            let note = || open(&case, &verbs::note::VERB, "");
            return if matches!(action, Action::Note | Action::Open) { note() } else { Vec::new() };
        }
        if let Some((at, _)) = self.inject(ctx) {
            return self.on_inject(&case, at, action);
        }
        match action {
            Action::Unfold => self.unfolded = !self.unfolded,
            Action::PageUp => self.scroll.by(-5),
            Action::PageDown => self.scroll.by(5),
            Action::Back => {
                if self.line.take().is_none()
                    && let Some(from) = self.from.take()
                {
                    return vec![Effect::Show(from)];
                }
            }
            _ => {
                if self.has_nothing_of_mine(&case) {
                    return match action {
                        Action::Choose => draw::adds(&case, ctx.digit),
                        Action::Open => vec![Effect::Verb(Action::Add)],
                        _ => draw::rest_verb(&case, action, ctx.digit),
                    };
                }
                let Some(target) = self.target(&case) else { return draw::rest_verb(&case, action, ctx.digit) };
                return match action {
                    Action::Yes | Action::No | Action::Unknown => self.begin(&case, target, action),
                    Action::Choose => Self::choose(&case, target, ctx.digit),
                    Action::Open | Action::Confirm | Action::Record => self.take(&case, target),
                    Action::NextField => self.line.take().map(|line| line.more(&case, target)).unwrap_or_default(),
                    Action::FillIn => fill_in(&case, target),
                    Action::Together => together::open(&case, step_of(&case, target)),
                    Action::Up | Action::Down | Action::First | Action::Last => {
                        let walk = Walk::of(&case);
                        let to = match action {
                            Action::Up => walk.step(target, false),
                            Action::Down => walk.step(target, true),
                            Action::First => walk.end(target, false),
                            _ => walk.end(target, true),
                        };
                        if let Some(to) = to {
                            self.select(to);
                        }
                        Vec::new()
                    }
                    _ => item_verb(&case, target, action).unwrap_or_default(),
                };
            }
        }
        Vec::new()
    }

    fn key(&mut self, key: Key, _: &Ctx<'_>) {
        if let Some(line) = &mut self.line {
            line.key(key);
        }
    }

    fn paste(&mut self, text: &str) -> Option<String> {
        self.line.as_mut().and_then(|line| line.paste(text))
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        match hit {
            Hit::Link(link) => {
                if let Some(target) = link.target() {
                    self.select(target);
                }
                Vec::new()
            }
            Hit::Digit(digit) => match self.target(&case) {
                Some(target) => Self::choose(&case, target, Some(digit)),
                None if self.mine => draw::adds(&case, Some(digit)),
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        if let Some(case) = ctx.open() {
            let mut area = area;
            if self.mine && !case.playbook.items.is_empty() {
                super::mine_row(canvas, draw::inside(Rect { height: 1, ..area }), &mine::title(&case));
                area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            }
            draw::draw(self, canvas, area, &case, ctx);
        }
    }
}
