//! The program while it runs: the case, the drafts, the view, each in its own drawer.

use super::canvas::Hit;
use super::card::Card;
use super::ctx::{self, Ctx};
use super::env::{Env, Look, Offers};
use super::form::together::Together;
use super::form::{Form, Kind};
use super::keyboard::Keyboard;
use super::keymap::Scope;
use super::modal::Modal;
use super::opened::Opened;
use super::pace::Typing;
use super::replay::Looking;
use super::save::Last;
use super::screens::phone_list::Numbers;
use super::screens::{ScreenId, Screens};
use super::shelf::Shelf;
use super::struck::LastTyped;
use crate::base::{Clock, Now};
use crate::journal::{Head, damage};
use crate::judge::picture::agenda::Target;
use crate::playbook::model;
use crate::session::drill::Conduct;
use crate::session::saving::{Save, Saving, What};
use crate::session::{NotEnded, Session};
use crate::store::disk::Disk;
use crate::store::phone_list::Found;
use crate::store::{CaseFolder, Library};
use crate::tui::wait::TICK;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::time::Duration;

/// What was said last in the frame.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    /// Whether it tells of something that went wrong.
    pub alarm: bool,
    /// The words; empty says nothing.
    pub text: String,
}

/// The whole program.
pub struct App {
    // Drawer one: the case.
    pub(super) case: Option<Opened>,
    pub(super) shelf: Shelf,
    pub(super) numbers: Option<Numbers>,
    pub(super) library: Library,
    pub(super) offers: Offers,
    // Drawer two: drafts.
    pub(super) modals: Vec<Modal>,
    /// By the case that they belong to; text typed in an exercise must not turn up in a live case.
    pub(super) drafts: BTreeMap<(String, Kind), Form>,
    /// The same of sheets, by case and step.
    pub(super) sheets: BTreeMap<(String, usize), Together>,
    /// What was recorded last as it was typed.
    pub(super) typed: LastTyped,
    // Drawer three: the view.
    pub(super) screens: Screens,
    pub(super) screen: ScreenId,
    pub(super) notice: Notice,
    /// What is to be read once an inject was taken in.
    pub(super) behind: Vec<Modal>,
    /// The moment of the past that is shown instead of the present.
    pub(super) looking: Option<Looking>,
    pub(super) recorded: Option<String>,
    /// What that record says, for the line at the foot.
    pub(super) recorded_what: String,
    pub(super) hits: Vec<(Rect, Hit)>,
    pub(super) size: (u16, u16),
    // Surroundings.
    pub(super) person: String,
    /// The name by which the system knows whoever is logged in.
    pub(super) login: String,
    pub(super) keyboard: Keyboard,
    pub(super) look: Look,
    pub(super) clock: Box<dyn Fn() -> Box<dyn Clock>>,
    pub(super) disk: Box<dyn Fn() -> Box<dyn Disk>>,
    pub(super) phones: Box<dyn Fn() -> Found>,
    pub(super) wall: Box<dyn Clock>,
    pub(super) now: Now,
    // How it ends.
    heads: Vec<(String, Head)>,
    pub(super) leaving: bool,
    /// Whether the case is only shown, for a projector.
    pub(super) projects: bool,
    /// The number that the key of this turn chose.
    pub(super) digit: Option<usize>,
    /// Whether the letter of a screen is to follow.
    pub(super) going: bool,
    pub(super) suspending: bool,
    /// Whether the mouse selects text, and its clicks do not come here.
    pub(super) mouse_is_free: bool,
    pub(super) interrupted: bool,
    // What the keys before tell about the next one.
    pub(super) typing: Typing,
    /// Whether it was told that the open exercise has ended for a real event.
    pub(super) told_real: bool,
    /// The exercise that ended for a real event, until a live case is opened for it.
    pub(super) real_of: Option<CaseFolder>,
    /// Whether something was recorded that leads on, since this was asked last.
    pub(super) led_on: bool,
    // The disk.
    pub(super) saving: Saving,
    pub(super) last: Last,
}

impl App {
    /// A program with nothing open, showing Home.
    pub fn new(env: Env) -> Self {
        let wall = (env.clock)();
        let reading = wall.read();
        let now = Now::new(reading.wall, wall.zone());
        let mut app = Self {
            case: None,
            shelf: Shelf::default(),
            numbers: None,
            library: Library::at(env.library),
            offers: Offers::new(Box::new(|| {
                let mut offers = (env.offers)();
                // Home lists them by what they are for; a person's own stand behind the bundled ones of their kind.
                offers.sort_by_key(|offer| offer.kind == model::Kind::Readiness);
                offers
            })),
            modals: Vec::new(),
            behind: Vec::new(),
            drafts: BTreeMap::new(),
            sheets: BTreeMap::new(),
            typed: LastTyped::default(),
            screens: Screens::default(),
            screen: ScreenId::Home,
            notice: Notice::default(),
            looking: None,
            recorded: None,
            recorded_what: String::new(),
            hits: Vec::new(),
            size: (80, 24),
            person: env.person,
            login: env.login,
            keyboard: Keyboard::since(reading),
            look: env.look,
            clock: env.clock,
            disk: env.disk,
            phones: env.phones,
            wall,
            now,
            heads: Vec::new(),
            leaving: false,
            projects: false,
            digit: None,
            going: false,
            suspending: false,
            mouse_is_free: false,
            interrupted: false,
            typing: Typing::default(),
            told_real: false,
            real_of: None,
            led_on: false,
            saving: Saving::default(),
            last: Last::default(),
        };
        if env.mine {
            app.screens.turn_mine();
        }
        app.list_cases();
        app
    }

    /// What screens and forms may look at.
    pub(super) fn ctx(&self) -> Ctx<'_> {
        Ctx {
            case: self.case.as_deref(),
            looking: self.looking.as_ref(),
            conduct: self.case.as_ref().and_then(Opened::conduct),
            shelf: &self.shelf,
            numbers: self.numbers,
            offers: &self.offers,
            person: &self.person,
            login: &self.login,
            digit: self.digit,
            now: ctx::time(self.case.as_deref(), self.looking.as_ref(), self.now),
        }
    }

    /// How often other people's entries are looked for: what a facilitator sends is waited for.
    pub fn looks_every(&self) -> Duration {
        let led = self.case.as_ref().is_some_and(|case| case.state().exercise().is_some());
        if led { TICK / 2 } else { TICK }
    }

    /// Whose keys count: the top modal's, else the screen's. Computed, never stored.
    pub fn scope(&self) -> Scope {
        match self.modals.last() {
            _ if self.projects => Scope::Projector,
            Some(top) => top.scope(),
            None if self.going => Scope::Go,
            None if self.screen == ScreenId::Now && self.screens.now.takes_text() => Scope::YesNo,
            None => self.screen.scope(),
        }
    }

    /// Whether the terminal is one that shows more than ASCII; one that does not may be too old for other things too.
    pub fn shows_more_than_ascii(&self) -> bool {
        !self.look.ascii
    }

    /// Whether the program is to end.
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// Whether the program is to stop for the shell; asking takes the wish away.
    pub fn takes_suspension(&mut self) -> bool {
        std::mem::take(&mut self.suspending)
    }

    /// Whether clicks and the wheel are keys here.
    pub fn takes_mouse(&self) -> bool {
        !self.mouse_is_free
    }

    /// Whether a record led on to something that is not on the screen yet; asking takes the mark away.
    pub fn takes_leading_on(&mut self) -> bool {
        std::mem::take(&mut self.led_on)
    }

    /// Whether the open case was closed and not opened again.
    pub(super) fn is_closed(&self) -> bool {
        self.ctx().open().is_some_and(|case| case.picture.closed)
    }

    /// Shows an exercise as a projector does.
    pub fn project(&mut self, folder: CaseFolder) {
        self.projects = true;
        self.open_case(folder);
    }

    /// What stands on the card of Now.
    pub fn on_card(&self) -> Option<Target> {
        self.screens.now.target(&self.ctx().open()?)
    }

    /// The open case.
    pub fn case(&self) -> Option<&Session> {
        self.case.as_deref()
    }

    /// The conduct of the exercise that is led here.
    pub fn conducted(&self) -> Option<&Conduct> {
        self.case.as_ref()?.conduct()
    }

    /// Under what a draft of this kind is kept now. A case that is only being started has no name yet.
    pub(super) fn draft_key(&self, kind: &Kind) -> (String, Kind) {
        let started = matches!(kind, Kind::Start(..));
        let case = self.case.as_ref().filter(|_| !started);
        (case.map(|case| case.folder().name()).unwrap_or_default(), kind.clone())
    }

    /// Looks again at which cases there are. What stands in them is read by [`Self::read_on`].
    pub(super) fn list_cases(&mut self) {
        let path = |row: usize| Some(self.shelf.cases().get(row)?.place.path.clone());
        let chosen = self.screens.home.chosen().and_then(path);
        self.numbers = None;
        if let Err(error) = self.shelf.list(&self.library) {
            self.notice = Notice { alarm: true, text: error.to_string() };
        }
        let row = chosen.and_then(|path| self.shelf.cases().iter().position(|case| case.place.path == path));
        if let Some(row) = row {
            self.screens.home.choose(row);
        }
    }

    /// Whether something is left to do that nothing on the screen had to wait for.
    pub fn reads_on(&self) -> bool {
        !self.projects && self.case.as_deref().is_some_and(Session::lacks_reserve)
            || (self.screen == ScreenId::Home && (self.shelf.is_waiting() || self.numbers.is_none()))
            || (self.screen == ScreenId::Drill && self.shelf.is_waiting())
    }

    /// Keeps room for the last entries of the open case, then reads one more case for Home. What is selected there stays selected,
    /// once somebody has chosen it.
    pub fn read_on(&mut self) {
        if let Some(case) = self.case.as_mut().filter(|case| case.lacks_reserve()) {
            return case.keep_reserve();
        }
        if !self.shelf.is_waiting() {
            self.numbers = Some(self.count_numbers());
            return;
        }
        let looked = self.shelf.look(&self.wall.read(), &self.now);
        if let Some((from, to)) = looked.moved {
            self.screens.home.row_moved(from, to);
        }
        if let Some(first) = looked.remarks.into_iter().next() {
            self.notice = Notice { alarm: true, text: first };
        }
    }

    /// A second has passed: other people's entries, deferrals and stopwatches. Says whether to draw again.
    pub fn tick(&mut self) -> bool {
        let before = self.ctx().now;
        self.now = self.wall.now();
        if let Some(case) = &mut self.case {
            case.turn();
        }
        let minute_turned = before.clock() != self.ctx().now.clock();
        let waiting = self.case.as_deref().and_then(Session::waiting_inject);
        let Some(case) = &mut self.case else { return minute_turned };
        let damage = damage::in_short(case.damage());
        let room = case.room();
        let read = case.sight();
        let (grown, slept) = match case.look_in() {
            Ok(looked) => looked,
            Err(error) => {
                let text = format!("The case folder could not be read again. {error}");
                let new = self.notice.text != text;
                self.notice = Notice { alarm: true, text };
                return new || minute_turned;
            }
        };
        let others = crate::page::receipt::others(&case.view(), &case.others_since(&read));
        // It takes the card's place, and a key that comes before it is drawn is not for it.
        self.led_on |= case.waiting_inject() != waiting;
        // Whoever is typing is not interrupted: the card comes once the form is closed.
        let quiet = self.modals.is_empty() && self.looking.is_none() && !self.projects;
        let mut changed = None;
        if quiet && !self.screens.now.takes_text() && case.conduct().is_none() {
            let switched = case.takes_switched();
            let says = others.clone().unwrap_or_else(|| "Recorded by others".into());
            let card = crate::page::changed::by_others(&case.view(), &switched, &says);
            changed = card.map(|document| Card { changed: true, ..Card::of("", document) });
        }
        // On a console they stand beside the injects.
        if let Some(text) = others.filter(|_| case.conduct().is_none()) {
            self.notice = Notice { alarm: false, text };
        }
        // Damage that comes while the case is open is said once, and stands in the first line as long as it lasts.
        let damaged = damage::in_short(case.damage());
        let hurt = damaged != damage;
        if hurt {
            let text = if damaged.is_empty() {
                "What was damaged in this case is as it was recorded again.".to_owned()
            } else {
                format!("Damaged: {damaged}. What is sound is shown; breachbook verify says more.")
            };
            self.notice = Notice { alarm: !damaged.is_empty(), text };
        }
        let room_changed = case.room() != room;
        // What is worse than little stands in a line of its own as long as it lasts.
        if case.room().is_worse_than(room) && !case.room().is_hardly_any() {
            self.notice = Notice { alarm: true, text: case.room().words().unwrap_or_default() };
        }
        let runs = case
            .assessment()
            .clocks
            .iter()
            .any(|clock| clock.state == crate::judge::picture::clocks::ClockState::Running);
        // A limit is reached, or what was put off comes back.
        let turned = case.assessment().turns_at.is_some_and(|at| case.now().at >= at);
        if turned || runs {
            case.look();
        }
        let leads = case.conduct().is_some();
        if let Some(away) = slept.filter(|_| self.modals.is_empty()) {
            self.comes_back(away);
        }
        self.inject_comes_first();
        if let Some(card) = changed {
            self.tells_changed(card);
        }
        self.tell_real();
        if grown {
            self.looks_again();
        }
        grown || hurt || runs || turned || room_changed || minute_turned || leads
    }

    /// Writes the last entry of this run and keeps its head for [`Self::heads`]. Whatever was recorded before is on the disk
    /// already.
    pub fn end(&mut self) -> Result<(), NotEnded> {
        let Some(case) = &mut self.case else { return Ok(()) };
        let ended = match case.own_heads()[..] {
            [] => Ok(()),
            [..] => self.saving.during(Save::of(What::End, case), || case.leave()),
        };
        self.heads.extend(case.own_heads());
        ended
    }

    /// The last confirmed block of each case that this run recorded something in, with the name of the case: what is said at
    /// the end.
    pub fn heads(&self) -> &[(String, Head)] {
        &self.heads
    }
}
