//! From a key, a click or a paste to a verb, and from the verb to effects.

use super::action::Action;
use super::app::{App, Notice};
use super::ask::Ask;
use super::canvas::Hit;
use super::card::Card;
use super::ctx::{self, Ctx};
use super::effect::Effect;
use super::input::Input;
use super::key::Key;
use super::keymap::{self, Scope};
use super::modal::Modal;
use super::open::open;
use super::opened::Opened;
use super::pace::{Came, Typing, acts_on_selected};
use super::replay;
use super::screens::now::acts_at_once;
use super::screens::{Screen, ScreenId, phone_list};
use crate::base::Now;
use crate::judge::View;
use crate::page::seal;
use crate::record::verbs;
use crate::session::drill::Conduct;
use ratatui::layout::Position;

impl App {
    /// One turn: takes an input from somebody who reads first.
    pub fn turn(&mut self, input: Input) {
        self.turn_as(input, Came::CALM);
    }

    /// One turn: takes an input, does what it asks for. The time stands still during the turn.
    pub fn turn_as(&mut self, input: Input, came: Came) {
        if let Some(case) = &mut self.case {
            case.begin_turn();
        }
        let reading = self.wall.read();
        self.now = Now::new(reading.wall, self.wall.zone());
        let unsure = self.unsure();
        if !matches!(input, Input::Resize(..)) {
            self.touched(reading);
        }
        let leaves = matches!(&input, Input::Key(key) if matches!(self.key_asks(*key), Some(Action::Interrupt | Action::Suspend)));
        if unsure != self.unsure() && !leaves && self.asks_again() {
            return;
        }
        let effects = match input {
            Input::Key(key) => self.key(key, came),
            Input::Paste(text) => self.paste(&text),
            Input::Click(x, y) => self.click(Position { x, y }),
            Input::Wheel(down) => self.verb(self.wheel(down), None),
            Input::Resize(columns, lines) => {
                self.size = (columns, lines);
                Vec::new()
            }
        };
        for effect in effects {
            self.perform(effect);
        }
        self.inject_comes_first();
        if let Some(case) = &self.case {
            self.screens.now.begun(|| case.sight());
        }
    }

    /// The wheel scrolls what is read, and moves through what is only a list.
    fn wheel(&self, down: bool) -> Action {
        let reads = self.modals.is_empty() && matches!(self.screen, ScreenId::Now | ScreenId::Tests);
        match (reads, down) {
            (true, true) => Action::PageDown,
            (true, false) => Action::PageUp,
            (false, true) => Action::Down,
            (false, false) => Action::Up,
        }
    }

    fn key(&mut self, key: Key, came: Came) -> Vec<Effect> {
        let scope = self.scope();
        if self.begins_line(scope, key, came) {
            return Vec::new();
        }
        if key == Key::sign('!') && self.stops_in_field() {
            return vec![Effect::RealEvent];
        }
        // Outside a field a capital is its small letter: Caps Lock is on more often than anybody looks.
        let key = if scope.takes_text() { key } else { key.small() };
        let action = self.key_asks(key);
        let digit = key.typed().and_then(|sign| sign.to_digit(10));
        self.digit = digit.filter(|digit| *digit > 0).map(|digit| digit as usize);
        if action != Some(Action::Interrupt) {
            self.interrupted = false;
        }
        if self.is_left_out(key, action, came) {
            return Vec::new();
        }
        match action {
            Some(action) => {
                let effects = self.verb(action, Some(key));
                let has = |wanted: fn(&Effect) -> bool| effects.iter().any(wanted);
                if has(|effect| matches!(effect, Effect::Say(_))) && !has(|effect| matches!(effect, Effect::Push(_))) {
                    self.typing.misses();
                }
                effects
            }
            None => {
                self.going = false;
                if self.modals.is_empty() {
                    let (screen, ctx) = self.split_screen();
                    screen.key(key, &ctx);
                    return Vec::new();
                }
                let (modals, ctx) = self.split_modals();
                modals.last_mut().map(|top| top.key(key, &ctx)).unwrap_or_default()
            }
        }
    }

    /// On a card that takes a line every letter is text from the first on, so that no sentence acts; a letter that stands alone is
    /// its key once Enter takes it. What records nothing goes at once: `b` opens the sheet of the step, and `g` goes; behind it a letter
    /// that leads to no screen is the second of a word.
    fn begins_line(&mut self, scope: Scope, key: Key, came: Came) -> bool {
        if self.inject().is_some() {
            return false;
        }
        let goes = scope == Scope::Go && self.screen == ScreenId::Now;
        if self.looking.is_some() {
            return false;
        }
        let Some(letter) = key.typed().filter(|sign| sign.is_alphabetic()) else { return false };
        let small = key.small();
        let action = keymap::find(scope, small);
        let acts = match action {
            Some(action) if acts_at_once(action) => action != Action::Together || self.is_useful(action),
            _ => goes && action.is_some(),
        };
        if !(goes || scope == Scope::Now) || acts {
            return false;
        }
        let text = if goes { format!("g{letter}") } else { letter.to_string() };
        let App { case, screens, .. } = self;
        // What comes before the card was drawn is for nobody's card.
        let begun = case.as_ref().is_some_and(|case| screens.now.types(&case.view(), &text, came.unseen));
        if begun {
            self.going = false;
            self.notice = Notice::default();
            self.typing = Typing::default();
        }
        begun
    }

    /// Leaves out keys of somebody who believes to be typing words, and keys that would act on what nobody has read yet.
    fn is_left_out(&mut self, key: Key, action: Option<Action>, came: Came) -> bool {
        let scope = self.scope();
        let chooses = scope == Scope::Pick;
        if scope.takes_text() || !(self.modals.is_empty() || chooses) {
            self.typing = Typing::default();
            return false;
        }
        let means = action.is_some_and(|action| !chooses || self.is_useful(action));
        if self.typing.is_word(key, action, means, came) {
            match self.modals.last_mut() {
                Some(Modal::Form(form)) => form.typed_words(),
                Some(_) => {}
                None => self.notice = Notice { alarm: false, text: self.nothing_typed().into() },
            }
            return true;
        }
        self.modals.is_empty() && came.unseen && action.is_some_and(acts_on_selected)
    }

    fn nothing_typed(&self) -> &'static str {
        match (self.screen, self.case.is_some()) {
            (ScreenId::Now, true) => {
                "Nothing was typed: letters are commands here. Enter opens what is selected; ? lists the keys."
            }
            (_, true) => "Nothing was typed: letters are commands here; ? lists the keys.",
            (_, false) => "Nothing was typed: letters are commands here; ? lists them.",
        }
    }

    /// Does a verb: first what means the same everywhere, then the top modal or the screen.
    pub(super) fn verb(&mut self, action: Action, key: Option<Key>) -> Vec<Effect> {
        match action {
            Action::Interrupt | Action::Quit if self.projects => return vec![Effect::Leave],
            Action::Interrupt => return self.interrupt(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::RealEvent => return vec![Effect::RealEvent],
            // What is only shown takes no other key.
            _ if self.projects => return Vec::new(),
            _ => {}
        }
        if !self.modals.is_empty() {
            let (modals, ctx) = self.split_modals();
            return modals.last_mut().map(|top| top.on(action, key, &ctx)).unwrap_or_default();
        }
        self.notice = Notice::default();
        let went = std::mem::replace(&mut self.going, action == Action::Go);
        if self.going || went && action == Action::Back {
            return Vec::new();
        }
        let back = self.verb_back(action).or_else(|| self.refused_on_console(action));
        if let Some(effects) = back.or_else(|| self.common(action)) {
            return effects;
        }
        let (screen, ctx) = self.split_screen();
        screen.on(action, &ctx)
    }

    fn split_screen(&mut self) -> (&mut dyn Screen, Ctx<'_>) {
        let App { case, looking, shelf, numbers, offers, person, login, digit, now, screens, screen, .. } = self;
        let now = ctx::time(case.as_deref(), looking.as_ref(), *now);
        let conduct = case.as_ref().and_then(Opened::conduct);
        let (case, looking, numbers, digit) = (case.as_deref(), looking.as_ref(), *numbers, *digit);
        let ctx = Ctx { case, looking, conduct, shelf, numbers, offers, person, login, digit, now };
        (screens.get_mut(*screen), ctx)
    }

    fn split_modals(&mut self) -> (&mut Vec<Modal>, Ctx<'_>) {
        let App { case, looking, shelf, numbers, offers, person, login, digit, now, modals, .. } = self;
        let now = ctx::time(case.as_deref(), looking.as_ref(), *now);
        let conduct = case.as_ref().and_then(Opened::conduct);
        let (case, looking, numbers, digit) = (case.as_deref(), looking.as_ref(), *numbers, *digit);
        (modals, Ctx { case, looking, conduct, shelf, numbers, offers, person, login, digit, now })
    }

    /// What a facilitator's console does not take: what players record, and their screens. Older records are struck on Record.
    fn refused_on_console(&self, action: Action) -> Option<Vec<Effect>> {
        let looks = self.looking.is_some() || replay::asked(action).is_some() || action == Action::ReplayHere;
        if !self.leads() || looks || self.screen == ScreenId::Drill && ScreenId::shown_by(action).is_none() {
            return None;
        }
        // What came of it can be handed out from here, too.
        let over = self.ctx().conduct.is_some_and(Conduct::has_ended);
        if over && matches!(action, Action::ShowPaper | Action::Print) {
            return None;
        }
        if action == Action::Back {
            return Some(vec![Effect::Show(ScreenId::Drill)]);
        }
        // A document is written by players; here it is handed out.
        if action == Action::Open && self.screen == ScreenId::Paper {
            return Some(self.print_here());
        }
        let stays = matches!(
            action,
            Action::RealEvent
                | Action::ShowDrill
                | Action::ShowRecord
                | Action::Help
                | Action::Quit
                | Action::Go
                | Action::NextScreen
                | Action::PrevScreen
                | Action::Palette
                | Action::Search
                | Action::Mouse
                | Action::Open
                | Action::Correct
                | Action::Strike
                | Action::NextView
                | Action::CheckTime
                | Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::First
                | Action::Last
        );
        let text = "This is the facilitator's console: players record that on theirs. g d leads back to the injects.";
        (!stays).then(|| vec![Effect::Say(text.into())])
    }

    /// Verbs that mean the same on every screen.
    fn common(&self, action: Action) -> Option<Vec<Effect>> {
        let ctx = self.ctx();
        Some(match action {
            Action::ShowHome => vec![Effect::Show(ScreenId::Home)],
            Action::ShowDrill if ctx.conduct.is_none() => {
                vec![Effect::Say("Only a facilitator's console has this screen.".into())]
            }
            Action::Quit => {
                let typed = self.drafts.len() + self.sheets.len();
                vec![Effect::Push(Modal::Ask(Ask::quit(typed, self.recorded.as_deref())))]
            }
            Action::Help => vec![Effect::Show(ScreenId::Help)],
            Action::Mouse => vec![Effect::Mouse],
            Action::Print => self.print_here(),
            Action::Palette => {
                vec![Effect::Push(Modal::Find(Box::new(super::find::Find::commands(self.screen.scope(), &ctx))))]
            }
            _ if replay::asked(action).is_some() => replay::asked(action).into_iter().map(Effect::Replay).collect(),
            Action::PhoneList => match ctx.case {
                Some(session) => phone_list::open(session, ctx.now.date()),
                None => vec![Effect::PhoneList],
            },
            _ => {
                let case = ctx.open()?;
                match action {
                    Action::ShowNow => match self.screens.now.agenda(&case).first() {
                        Some(next) => vec![Effect::Goto(*next)],
                        None => vec![Effect::Show(ScreenId::Now)],
                    },
                    Action::NextScreen | Action::PrevScreen if ctx.conduct.is_some() && ctx.looking.is_none() => {
                        let here = self.screen == ScreenId::Drill;
                        vec![Effect::Show(if here { ScreenId::Record } else { ScreenId::Drill })]
                    }
                    Action::Strike if self.screen == ScreenId::Drill => return None,
                    Action::NextScreen | Action::PrevScreen => {
                        vec![Effect::Show(self.screen.beside(action == Action::NextScreen))]
                    }
                    Action::Seal => {
                        let (folder, heads) =
                            ctx.case.map(|case| (case.folder().case(), case.heads())).unwrap_or_default();
                        vec![Effect::Push(Modal::Card(Card::of("", seal::page(&case, folder, &heads))))]
                    }
                    Action::Mine => vec![Effect::Mine],
                    Action::Add => vec![Effect::Push(Modal::Ask(Ask::additions(&case)))],
                    Action::Resume => vec![Effect::Where],
                    Action::LogCall if !self.is_on_items(&case) => {
                        vec![Effect::Show(ScreenId::Calls), Effect::Say("Choose whom you called.".into())]
                    }
                    Action::Strike => super::put_right::strike_last(&case),
                    Action::HandOver => vec![Effect::HandOver],
                    Action::CheckTime => open(&case, &verbs::time_check::VERB, ""),
                    Action::CloseCase if !case.picture.closed => open(&case, &verbs::close::VERB, ""),
                    Action::CloseCase | Action::Reopen => open(&case, &verbs::reopen::VERB, ""),
                    Action::Search => {
                        vec![Effect::Push(Modal::Find(Box::new(super::find::Find::everything(&ctx))))]
                    }
                    _ => return ScreenId::shown_by(action).map(|screen| vec![Effect::Show(screen)]),
                }
            }
        })
    }

    /// Whether the screen shows items, of which one is selected.
    fn is_on_items(&self, case: &View<'_>) -> bool {
        match self.screen {
            ScreenId::Now => self.screens.now.target(case).is_some(),
            screen => matches!(screen, ScreenId::Steps | ScreenId::Calls),
        }
    }

    fn interrupt(&mut self) -> Vec<Effect> {
        let typed =
            self.drafts.len() + self.sheets.len() + self.modals.iter().filter(|modal| modal.is_touched()).count();
        if self.interrupted || (self.case.is_none() && typed == 0) {
            return vec![Effect::Leave];
        }
        self.interrupted = true;
        vec![Effect::Push(Modal::Ask(Ask::quit(typed, self.recorded.as_deref())))]
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.scope() == Scope::YesNo {
            return self.screens.get_mut(self.screen).paste(text).map(Effect::Say).into_iter().collect();
        }
        let (modals, ctx) = self.split_modals();
        let takes_text = modals.last().is_some_and(Modal::takes_text);
        let said = if takes_text {
            modals.last_mut().and_then(|top| top.paste(text, &ctx))
        } else {
            Some("Nothing was pasted: no text field is open.".to_owned())
        };
        said.map(Effect::Say).into_iter().collect()
    }

    fn click(&mut self, at: Position) -> Vec<Effect> {
        let Some(hit) = self.hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, hit)| *hit) else {
            return Vec::new();
        };
        if let Hit::Verb(action) = hit {
            return self.verb(action, None);
        }
        let (modals, ctx) = self.split_modals();
        if let Some(top) = modals.last_mut() {
            return top.click(hit, &ctx);
        }
        let (screen, ctx) = self.split_screen();
        screen.click(hit, &ctx)
    }
}
