//! The only file that performs effects.

use super::advance;
use super::app::{App, Notice};
use super::ask::Ask;
use super::card::Card;
use super::console::acts::Act;
use super::effect::Effect;
use super::form::Form;
use super::modal::Modal;
use super::open::open_with;
use super::put_right;
use super::save::Last;
use super::screens::ScreenId;
use crate::case::Fact;
use crate::judge::picture::agenda::Target;
use crate::page::refusal::{Voice, said};
use crate::page::{changed, receipt};
use crate::record::verbs::import;
use crate::record::{Draft, verbs};
use crate::session::saving::{Save, What};
use crate::session::{Receipt, Session, Sight, SubmitError};
use crate::store::CaseFolder;

impl App {
    pub(super) fn perform(&mut self, effect: Effect) {
        if self.leaves_out_back(&effect) {
            return;
        }
        match effect {
            Effect::Submit(draft) | Effect::SubmitAnyway(draft, _) if self.leads() => {
                self.lead(&Act::Draft(Box::new(draft)));
            }
            Effect::Lead(act) => self.lead(&act),
            Effect::Submit(draft) => {
                if !self.asks_who(Some(&draft)) {
                    self.submit(&draft);
                }
            }
            Effect::SubmitAnyway(draft, sight) => self.submit_on(&sight, &draft),
            // The sheet stays as it is while somebody says who is here.
            Effect::SubmitAll(drafts) => {
                if !self.asks_who(None) {
                    self.submit_all(&drafts);
                }
            }
            Effect::Print(wish) => self.print(&wish),
            Effect::KeepSheet(sheet) => self.keep_sheet(*sheet),
            Effect::HandOver => self.hand_over(),
            Effect::Fill(draft) => {
                let opened = self.ctx().open().map(|case| open_with(&case, draft));
                opened.into_iter().flatten().for_each(|effect| self.perform(effect));
            }
            Effect::Mine => self.turn_mine(),
            Effect::MineAs(role) => {
                if let Some((case, role)) = self.case.as_mut().zip(role) {
                    case.acts_as(role);
                }
                self.screens.turn_mine();
            }
            Effect::Where => self.show_where(),
            Effect::Name(typed) => self.named(&typed),
            Effect::Begin { offer, mode } => self.begin(offer, mode),
            Effect::PhoneList => self.show_phones(),
            Effect::Start { offer, person, mode } => self.start(offer, &person, mode),
            Effect::OpenCase(path) => match CaseFolder::open(&path) {
                Ok(folder) => self.open_case(folder),
                Err(error) => self.problem("The case was not opened", &error.to_string()),
            },
            Effect::Replay(goes) => self.look_back(goes),
            Effect::Show(screen) => self.show(screen),
            Effect::Goto(target) => {
                let from = if self.modals.is_empty() { self.screen } else { ScreenId::Now };
                self.go_to(target, from);
            }
            Effect::GotoEntry(at) => {
                self.show(ScreenId::Record);
                self.screens.record.select(at);
            }
            Effect::GotoRule(at) => {
                self.show(ScreenId::Tests);
                self.screens.tests.select(at);
            }
            Effect::Push(modal) => self.push(modal),
            Effect::Pop => {
                if let Some(Modal::Form(form)) = self.modals.pop() {
                    self.form_left();
                    self.nobody_said(&form.kind);
                }
            }
            Effect::Keep(form) => {
                self.modals.pop();
                self.say("The text is kept while the program runs: it comes back when the form is opened again.");
                self.drafts.insert(self.draft_key(&form.kind), *form);
            }
            Effect::Say(text) => self.say(&text),
            Effect::Verb(action) => {
                for effect in self.verb(action, None) {
                    self.perform(effect);
                }
            }
            Effect::RealEvent => self.stop_for_real(),
            Effect::RealSaid(said) => self.real_said(&said),
            Effect::RealCase { begins } => self.begin_real(begins),
            Effect::Leave => self.leaving = true,
            Effect::Suspend => self.suspending = true,
            Effect::Mouse => {
                self.mouse_is_free = !self.mouse_is_free;
                self.say(if self.mouse_is_free {
                    "The mouse is free: it selects text to copy. :mouse takes it back."
                } else {
                    "The mouse is back: a click on a key or a row counts."
                });
            }
        }
    }

    fn show(&mut self, screen: ScreenId) {
        if screen == ScreenId::Home {
            self.come_back();
            self.list_cases();
        }
        if screen == ScreenId::Help {
            self.screens.help.about = if self.screen == ScreenId::Help { self.screens.help.about } else { self.screen };
        }
        // Whom to call now stands first there, wherever somebody looked before.
        if screen == ScreenId::Calls && self.screen != screen {
            self.screens.calls.shows(self.screens.mine);
        }
        self.screen = screen;
    }

    fn go_to(&mut self, target: Target, from: ScreenId) {
        self.modals.clear();
        self.screen = ScreenId::Now;
        self.screens.now.open_from(target, from);
    }

    pub(super) fn push(&mut self, mut modal: Modal) {
        if let Modal::Form(fresh) = &mut modal {
            fresh.sight = self.case.as_deref().map(Session::sight);
        }
        let modal = match modal {
            Modal::Together(fresh) => Modal::Together(Box::new(self.with_kept(*fresh))),
            Modal::Form(fresh) => Modal::Form(match self.drafts.remove(&self.draft_key(&fresh.kind)) {
                Some(mut kept) => {
                    kept.problem = None;
                    if let Some(case) = self.ctx().open() {
                        kept.asks_as(&fresh, &case);
                    }
                    self.say("The text that you kept is back.");
                    Box::new(kept)
                }
                None => {
                    let words = put_right::corrects(&fresh).is_none().then(|| self.struck_words(&fresh.kind)).flatten();
                    let mut fresh = fresh;
                    if words.is_some_and(|words| fresh.takes_back(words)) {
                        self.say("The words of what was struck are back.");
                    }
                    fresh
                }
            }),
            other => other,
        };
        self.modals.push(self.with_text(modal));
    }

    /// Records. The form closes only when it is on the disk.
    pub(super) fn submit(&mut self, draft: &Draft) {
        let form = self.modals.last().and_then(Modal::form).and_then(|form| form.sight.as_ref());
        let begun = form.or_else(|| self.screens.now.sight().filter(|_| self.modals.is_empty())).cloned();
        let Some(sight) = begun.or_else(|| self.case.as_deref().map(Session::sight)) else { return };
        self.submit_on(&sight, draft);
    }

    /// Records what was begun when the case was read as far as `sight`; asks where others recorded about the same thing since.
    fn submit_on(&mut self, sight: &Sight, draft: &Draft) {
        // A file is shown before it is recorded.
        let seen = match (draft.verb == &import::VERB).then(|| self.seen(draft).transpose()) {
            Some(None) => return,
            Some(seen) => seen,
            None => None,
        };
        let Some(case) = &mut self.case else { return };
        let name = case.folder().name();
        let read = case.sight();
        let saving = self.saving.clone();
        case.tells_copies(move |progress| saving.copies(progress));
        let submitted = self.saving.during(Save::of(What::Entry, case), || match seen {
            Some(seen) => seen.and_then(|looked| case.take(looked)),
            None => case.submit_on(sight, draft),
        });
        match submitted {
            Ok(receipt) => {
                self.last = Last::Recorded(receipt::line(&case.view(), &receipt.recorded), name);
                let others = receipt::others(&case.view(), &case.others_since(&read));
                self.acknowledge(draft, &receipt);
                if let Some(others) = others {
                    let told = format!("{}  {others}", self.notice.text);
                    told.trim().clone_into(&mut self.notice.text);
                }
            }
            Err(SubmitError::Arrived(arrived)) => {
                let ask = Ask::arrived(&case.view(), &arrived, draft, case.sight());
                self.modals.push(Modal::Ask(ask));
            }
            Err(SubmitError::Refused(refusal)) => {
                let said = said(&case.view(), &refusal, Voice::Screen);
                // What it was refused for may have come since the form was opened.
                if let Some(Modal::Form(form)) = self.modals.last_mut() {
                    form.ask_again(&case.view());
                }
                // What is missing beside a line of its card is asked for in the form.
                if self.modals.is_empty() && refusal.place().is_some() {
                    let form = Form::of(&case.view(), draft);
                    self.push(Modal::Form(Box::new(form)));
                }
                // The title says it already.
                let say = if refusal.says_what_to_do() { said.line() } else { said.what };
                self.problem_with("Not recorded", &say, refusal.place());
            }
            Err(SubmitError::NotRecorded(error)) => {
                self.last = Last::NotRecorded(name);
                self.problem("NOT RECORDED", &error.under_its_title());
            }
        }
    }

    pub(super) fn acknowledge(&mut self, draft: &Draft, receipt: &Receipt) {
        let next_row = match self.modals.last() {
            Some(Modal::Form(form)) => self.case.as_ref().and_then(|case| form.next_row(&case.view())),
            _ => None,
        };
        let form = self.modals.pop_if(|modal| matches!(modal, Modal::Form(_) | Modal::Together(_)));
        match &receipt.recorded.fact {
            Fact::StruckOut { of, .. } => self.notes_struck(of),
            _ => self.notes_typed(draft, receipt, form),
        }
        if let Some(next) = next_row {
            self.push(Modal::Form(Box::new(next)));
        }
        self.screens.now.answered();
        self.tell_recorded(receipt);
        if draft.verb == &verbs::handover::VERB {
            self.is_sure();
        }
        let Some(case) = &self.case else { return };
        case.person().clone_into(&mut self.person);
        let switched = changed::card(&case.view(), receipt, changed::Names::Few);
        let text = match &receipt.recorded.fact {
            Fact::Closed { .. } => "The case is closed. Everything stays readable; notes can still be added.".into(),
            _ if switched.is_some() => receipt::remarks(&case.view(), receipt).join(" "),
            _ => receipt::in_short(&case.view(), receipt),
        };
        self.notice = Notice { alarm: false, text };
        if case.assessment().closed {
            self.screens.now.rests();
        } else if draft.verb.leads_on {
            let next = advance::after(case.playbook(), case.assessment(), self.screens.now.selected());
            match next.filter(|_| !self.screens.mine) {
                Some(target) => self.screens.now.select(target),
                // Of mine the first comes up by itself.
                None => self.screens.now.rests(),
            }
        }
        // What is struck is asked again where it stood.
        if let Fact::StruckOut { of, .. } = &receipt.recorded.fact
            && let [only] = &of[..]
            && let Some(at) = case.state().log.iter().position(|row| row.recorded.id == *only)
            && let Some(item) = case.state().at(at).fact.subject().and_then(|id| case.playbook().position(id.as_str()))
        {
            self.screens.now.select(Target::Item(item));
        }
        if let Some(document) = switched {
            let leads_to = self.case.as_ref().and_then(|case| self.screens.now.target(&case.view()));
            let all = self.case.as_ref().and_then(|case| changed::card(&case.view(), receipt, changed::Names::All));
            let all = all.filter(|all| *all != document);
            self.tells_changed(Card { all, leads_to, changed: true, ..Card::of("", document) });
        }
        self.led_on = true;
    }

    /// What stands at the foot as recorded last.
    pub(super) fn tell_recorded(&mut self, receipt: &Receipt) {
        let Some(case) = &self.case else { return };
        let at = receipt.number.saturating_sub(1);
        self.recorded = Some(receipt::line(&case.view(), &receipt.recorded));
        self.recorded_what = receipt::foot(&case.view(), at).words();
    }
}
