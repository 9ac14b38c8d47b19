//! Looking back: the case as it was after one of its entries, on the same screens. Nothing is recorded, and no run is begun.

use super::action::Action;
use super::app::{App, Notice};
use super::ctx::Ctx;
use super::effect::Effect;
use super::find::Find;
use super::hints::Hint;
use super::key::Key;
use super::keymap::{self, Scope};
use super::modal::Modal;
use super::screens::{ScreenId, Screens};
use crate::base::Stamp;
use crate::case::Upto;
use crate::contacts::PhoneList;
use crate::judge::view::replay::{Replay, Step, Whole};
use crate::page::refusal::{Voice, said};
use crate::page::replay;
use crate::record;
use crate::session::Session;

/// What is looked at, and what stood on the screen before.
pub struct Looking {
    pub(super) replay: Replay,
    /// How often another moment was shown.
    pub(super) turn: u64,
    kept: (Screens, ScreenId),
}

/// To which moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goes {
    /// After the last entry.
    Back,
    /// After the entry at a place of the log.
    After(usize),
    At(Stamp),
    By(Step),
    /// To the present.
    Now,
}

/// How many entries a page is.
const PAGE: usize = 10;

/// The moment that a key asks for.
pub(super) fn asked(action: Action) -> Option<Goes> {
    Some(match action {
        Action::Replay => Goes::Back,
        Action::Earlier => Goes::By(Step::Back(1)),
        Action::Later => Goes::By(Step::On(1)),
        Action::MuchEarlier => Goes::By(Step::Back(PAGE)),
        Action::MuchLater => Goes::By(Step::On(PAGE)),
        Action::FirstMoment => Goes::By(Step::First),
        Action::LastMoment => Goes::By(Step::Last),
        _ => return None,
    })
}

/// Whether a verb only looks, so that it means something in the past, too.
fn looks(action: Action) -> bool {
    use Action as A;
    let shows = ScreenId::shown_by(action).is_some();
    let moves = matches!(action, A::Up | A::Down | A::PageUp | A::PageDown | A::First | A::Last | A::Back);
    let reads = matches!(action, A::Open | A::Unfold | A::NextView | A::Mine | A::Resume);
    let ways = matches!(action, A::Go | A::NextScreen | A::PrevScreen | A::Palette | A::Quit | A::Mouse);
    shows || moves || reads || ways || asked(action).is_some() || action == A::ReplayHere
}

impl Effect {
    /// Whether it only looks. Everything else is left out while somebody looks back, whatever asked for it.
    fn only_looks(&self) -> bool {
        match self {
            Self::Push(modal) => !matches!(modal, Modal::Form(_) | Modal::Together(_)),
            Self::Show(_)
            | Self::Goto(_)
            | Self::GotoEntry(_)
            | Self::GotoRule(_)
            | Self::Pop
            | Self::Say(_)
            | Self::Verb(_)
            | Self::Mine
            | Self::MineAs(_)
            | Self::Where
            | Self::Leave
            | Self::Mouse
            | Self::Suspend
            | Self::Replay(_) => true,
            _ => false,
        }
    }
}

/// The whole case, as this session has it.
fn whole<'a>(session: &'a Session, none: &'a PhoneList) -> Whole<'a> {
    let phones = session.phones().map_or(none, |phones| &phones.list);
    Whole { playbook: session.playbook(), phones, state: session.state(), now: session.now() }
}

impl App {
    /// Whose keys count: those of looking back go before those of the screen.
    pub(super) fn key_asks(&self, key: Key) -> Option<Action> {
        let back = self.is_back().then(|| keymap::find(Scope::Replay, key)).flatten();
        back.or_else(|| keymap::find(self.scope(), key))
    }

    /// Whether the keys of looking back count.
    pub(super) fn is_back(&self) -> bool {
        self.looking.is_some() && self.modals.is_empty() && !self.going
    }

    /// What a verb comes to while somebody looks back; `None` where it is the screen's.
    pub(super) fn verb_back(&self, action: Action) -> Option<Vec<Effect>> {
        self.looking.as_ref()?;
        if action == Action::Back && self.screen != ScreenId::Help {
            return Some(vec![Effect::Replay(Goes::Now)]);
        }
        if action == Action::Search {
            return Some(vec![Effect::Push(Modal::Find(Box::new(Find::moments(&self.ctx()))))]);
        }
        (!looks(action)).then(|| vec![Effect::Say(self.past())])
    }

    /// Whether an effect is left out because somebody looks back; it is said.
    pub(super) fn leaves_out_back(&mut self, effect: &Effect) -> bool {
        if self.looking.is_none() || effect.only_looks() {
            return false;
        }
        // A real event waits for nothing.
        if matches!(effect, Effect::RealEvent | Effect::RealSaid(_) | Effect::RealCase { .. }) {
            self.shows_now();
            return false;
        }
        let past = self.past();
        self.say(&past);
        true
    }

    /// `This is 02:40. Esc returns to now.`
    fn past(&self) -> String {
        let view = self.ctx().open();
        let refused = view.and_then(|view| Some(said(&view, &record::is_past(&view)?, Voice::Screen).line()));
        refused.unwrap_or_default()
    }

    pub(super) fn look_back(&mut self, goes: Goes) {
        let Some(session) = &self.case else { return };
        let none = PhoneList::default();
        let whole = whole(session, &none);
        let last = whole.state.log.len().saturating_sub(1);
        let found = match (goes, &self.looking) {
            (Goes::Now, _) => return self.come_back(),
            (Goes::By(step), Some(looking)) => {
                let mut replay = looking.replay.clone();
                replay.step(whole, step);
                Some(replay)
            }
            (Goes::Back | Goes::By(_), _) => Replay::last(whole),
            (Goes::After(at), _) => Replay::at(whole, &Upto::Entry(at.min(last)), None),
            (Goes::At(time), _) => Replay::at(whole, &Upto::Time(time), None),
        };
        match found {
            Some(replay) => self.show_moment(replay),
            None => self.say(replay::NOTHING_YET),
        }
    }

    fn show_moment(&mut self, replay: Replay) {
        let remark = replay::remark(&replay);
        match &mut self.looking {
            Some(looking) => {
                looking.replay = replay;
                looking.turn += 1;
            }
            None => {
                let mut fresh = Screens::default();
                if self.screens.mine {
                    fresh.turn_mine();
                }
                let kept = (std::mem::replace(&mut self.screens, fresh), self.screen);
                self.looking = Some(Looking { replay, turn: 0, kept });
                if !ScreenId::LINE.contains(&self.screen) {
                    self.screen = ScreenId::Now;
                }
            }
        }
        // What comes next then stands on the card, and what was recorded last is selected.
        self.screens.now.rests();
        self.screens.record.select_latest();
        self.notice = Notice { alarm: false, text: remark.unwrap_or_default() };
    }

    /// To the present; everything stands there as it was left.
    pub(super) fn come_back(&mut self) {
        if !self.shows_now() {
            return;
        }
        // Who came meanwhile is asked now that something can be recorded.
        if self.unsure().is_some() {
            self.asks_again();
        }
    }

    /// Whether it showed another moment before.
    fn shows_now(&mut self) -> bool {
        let Some(looking) = self.looking.take() else { return false };
        (self.screens, self.screen) = looking.kept;
        self.notice = Notice::default();
        true
    }

    /// Something has come into the case: the moment that is shown stays, and may have got more before it.
    pub(super) fn looks_again(&mut self) {
        let (Some(session), Some(looking)) = (&self.case, &mut self.looking) else { return };
        let none = PhoneList::default();
        looking.replay.follow(whole(session, &none));
        looking.turn += 1;
    }

    /// The keys of looking back.
    pub(super) fn hints_back() -> Vec<Hint> {
        let hint = |action, key: &str, label| Hint { action, key: key.into(), label };
        vec![
            hint(Action::Later, "← →", "one entry"),
            hint(Action::MuchLater, "PgUp PgDn", "ten"),
            hint(Action::Search, "/", "time or word"),
            hint(Action::Go, "g", "go"),
            hint(Action::Back, "Esc", "now"),
        ]
    }
}

impl Goes {
    /// In words: `22 Nov 02:40`, `k4-12`.
    pub(super) fn words(self, ctx: &Ctx<'_>) -> String {
        match (self, ctx.case) {
            (Self::At(time), Some(case)) => time.short_in(case.now()),
            (Self::After(at), Some(case)) => case.state().name(at),
            _ => String::new(),
        }
    }
}

/// The moment that somebody types: a time, or an entry by its name.
pub(super) fn typed(session: &Session, text: &str) -> Option<Goes> {
    match Upto::read(session.state(), text, session.now()).ok()? {
        Upto::Time(time) => Some(Goes::At(time)),
        Upto::Entry(at) => Some(Goes::After(at)),
        _ => None,
    }
}
