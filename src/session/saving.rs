//! What is being saved at this moment, so that somebody else than the one who waits for the disk can say so.
//!
//! A sync that hangs stops whoever called it. The screen must then still say "saving", and a program that is asked to end must
//! give the terminal back and say whether the last entry is on the disk. Both are done beside the loop, from what stands here.

use super::Session;
use crate::base::text::counted;
use crate::journal::Head;
use crate::store::kept_files::Progress;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// From when on a save is told.
pub const SLOW: Duration = Duration::from_millis(300);
/// From when on the disk counts as one that does not answer.
pub const STUCK: Duration = Duration::from_secs(5);
/// Exit code where the disk had not confirmed the last entry.
pub const NOT_CONFIRMED: u8 = 3;
/// Exit code where a signal or the end of the terminal ended the program and nothing was being saved.
pub const ENDED: u8 = 129;
/// How often what is told of a slow save is told anew.
const TELLS: Duration = Duration::from_millis(250);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    Entry,
    /// A new case with its first entry.
    Case,
    /// That the run ended.
    End,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Save {
    pub what: What,
    /// The name of the case; empty while a new one has none.
    pub case: String,
    /// The last block that was confirmed before.
    pub before: Option<Head>,
}

/// What was typed during a slow save and is not used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LeftOut {
    pub keys: usize,
    pub pastes: usize,
    pub clicks: usize,
}

impl LeftOut {
    /// `4 keys`, `1 key and 1 paste`; `None` where nothing was left out.
    pub fn words(self) -> Option<String> {
        let some = [(self.keys, "key", "keys"), (self.pastes, "paste", "pastes"), (self.clicks, "click", "clicks")];
        let words: Vec<_> = some.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(*n, one, many)).collect();
        (!words.is_empty()).then(|| words.join(" and "))
    }
}

type Tell = Box<dyn Fn(&str) + Send + Sync>;

/// Shared by the loop, by who reads the keyboard, and by who watches for signals.
#[derive(Clone, Default)]
pub struct Saving(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    tell: Mutex<Option<Tell>>,
    silent: AtomicBool,
}

#[derive(Default)]
struct State {
    now: Option<(Save, Instant)>,
    begun: bool,
    left_out: LeftOut,
    /// How far a file is copied that the save waits for.
    copied: Option<Progress>,
    /// When the last slow save ended.
    slow_until: Option<Instant>,
    /// Whether that was told and nobody has asked since.
    told: bool,
}

impl Saving {
    /// Tells of slow saves in this way, one line of plain ASCII each time, until [`Self::falls_silent`].
    pub fn tells(&self, tell: impl Fn(&str) + Send + Sync + 'static) {
        *self.0.tell.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(tell));
    }

    /// Nothing more is told: the terminal is given back.
    pub fn falls_silent(&self) {
        self.0.silent.store(true, Ordering::SeqCst);
    }

    /// Saves, in this thread. While that takes long, a thread that ends with it tells of it.
    pub fn during<T>(&self, save: Save, work: impl FnOnce() -> T) -> T {
        let mut state = self.state();
        (state.now, state.begun) = (Some((save, Instant::now())), true);
        drop(state);
        let done = std::thread::scope(|scope| {
            let (ends, ended) = channel::<()>();
            let telling = move || {
                let mut wait = SLOW;
                while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    self.tell_now();
                    wait = TELLS;
                }
            };
            // Where the system gives no thread, it is saved without a word.
            let _ = std::thread::Builder::new().name("saving".into()).spawn_scoped(scope, telling);
            let done = work();
            drop(ends);
            done
        });
        let mut state = self.state();
        state.copied = None;
        if state.now.take().is_some_and(|(_, since)| since.elapsed() >= SLOW) {
            state.slow_until = Some(Instant::now());
            state.told = true;
        }
        done
    }

    fn tell_now(&self) {
        if self.0.silent.load(Ordering::SeqCst) {
            return;
        }
        let Some(words) = self.words() else { return };
        if let Some(tell) = &*self.0.tell.lock().unwrap_or_else(PoisonError::into_inner) {
            tell(&words);
        }
    }

    /// What is told while it takes long.
    fn words(&self) -> Option<String> {
        let state = self.state();
        let took = state.now.as_ref()?.1.elapsed();
        let mib = |bytes: u64| bytes.div_ceil(1 << 20);
        let mut words = match took {
            _ if state.copied.is_some_and(|copied| copied.done < copied.total) => {
                let Progress { done, total } = state.copied.unwrap_or_default();
                format!("copying the file: {} of {} MiB", mib(done), mib(total))
            }
            took if took < STUCK => "saving".to_owned(),
            took => format!("saving for {} s: the disk does not answer. Ctrl-C leaves without waiting", took.as_secs()),
        };
        if let Some(left_out) = state.left_out.words() {
            words.push_str(&format!(" - not used: {left_out}"));
        }
        Some(words)
    }

    /// Says how far a file is copied that the save waits for.
    pub fn copies(&self, progress: Progress) {
        self.state().copied = Some(progress);
    }

    pub fn now(&self) -> Option<Save> {
        self.state().now.as_ref().map(|(save, _)| save.clone())
    }

    /// Hands over what is being saved, and whether anything ever was. No save begins, and none comes back, before `look` is done.
    pub fn while_still(&self, look: impl FnOnce(Option<&Save>, bool)) {
        let state = self.state();
        look(state.now.as_ref().map(|(save, _)| save), state.begun);
    }

    /// How long it has been going on, if that is long enough to be told.
    pub fn slow(&self) -> Option<Duration> {
        self.state().now.as_ref().map(|(_, since)| since.elapsed()).filter(|took| *took >= SLOW)
    }

    /// Counts what is not used because it came during a slow save.
    pub fn leaves_out(&self, count: impl FnOnce(&mut LeftOut)) {
        count(&mut self.state().left_out);
    }

    /// Whether what came at this moment came before the end of a slow save.
    pub fn was_slow_at(&self, at: Instant) -> bool {
        self.state().slow_until.is_some_and(|until| at <= until)
    }

    /// Whether a slow save was told of since this was asked last.
    pub fn takes_slow(&self) -> bool {
        std::mem::take(&mut self.state().told)
    }

    /// What was left out since this was asked last.
    pub fn takes_left_out(&self) -> LeftOut {
        std::mem::take(&mut self.state().left_out)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Save {
    /// A save in this case.
    pub fn of(what: What, case: &Session) -> Self {
        Self { what, case: case.folder().name(), before: case.head().cloned() }
    }

    /// What is true of the record when the program ends before the disk has answered.
    pub fn not_confirmed(&self) -> String {
        let name = &self.case;
        let before = match &self.before {
            Some(head) => format!("Everything before it is recorded: {}.", head.in_words()),
            None => "Nothing else was recorded in this run.".into(),
        };
        match self.what {
            What::Entry => format!(
                "The last entry was not confirmed on the disk: the disk had not answered when the program ended. \
                 Whether it is there, shows: breachbook log {name}. {before}"
            ),
            What::Case => {
                "The new case was not confirmed on the disk: the disk had not answered when the program ended. \
                           Whether it is there, shows: breachbook list"
                    .into()
            }
            What::End => format!(
                "Everything that was acknowledged is on the disk; only the end of this run was not confirmed, because the disk \
                 had not answered. Last confirmed in case {name}: {}.",
                self.before.as_ref().map(Head::in_words).unwrap_or_default()
            ),
        }
    }
}
