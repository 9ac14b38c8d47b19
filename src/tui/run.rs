//! The loop: wait, take what came, draw.

use super::app::App;
use super::env::{Env, Start};
use super::input::Input;
use super::pace::Came;
use super::terminal::{Guard, write_over_last_line};
use super::wait::Wait;
use super::waited::Waited;
use crate::journal::Head;
use crate::session::NotEnded;
use color_eyre::eyre::Context as _;
use std::time::{Duration, Instant};

/// How the full screen ended.
#[derive(Debug, Default)]
pub struct Ending {
    /// Whether what was recorded last is on the disk, as a sentence. `None` where nothing was recorded.
    pub last: Option<String>,
    /// The last confirmed block of each case in which something was recorded, with the name of the case. To be written down.
    pub heads: Vec<(String, Head)>,
    /// Why the last entry of the run is not on the disk. Everything that was acknowledged is.
    pub not_ended: Option<NotEnded>,
}

impl Ending {
    /// What is said on the ordinary screen at the end.
    pub fn lines(&self) -> Vec<String> {
        let heads = self.heads.iter().map(|(case, head)| format!("Ended: case {case}, {}.", head.in_words()));
        self.last.iter().cloned().chain(heads).collect()
    }
}

/// Runs the full-screen interface until the person leaves, the terminal goes away or a signal comes.
///
/// # Errors
/// If the terminal cannot be taken over or drawn to. What was recorded is on the disk in any case.
pub fn run(start: Start, env: Env) -> color_eyre::Result<Ending> {
    let mut app = App::new(env);
    match start {
        Start::Home => {}
        Start::Case(folder) => app.open_case(folder),
        Start::Conduct(conduct) => app.conduct(*conduct),
        Start::Projector(folder) => app.project(folder),
    }
    let wait = Wait::new(app.saving().clone()).wrap_err("The signals of the system cannot be watched")?;
    let outcome = {
        let mut guard = Guard::take(app.shows_more_than_ascii())
            .wrap_err("The terminal cannot be used. `breachbook walk CASE --plain` needs no full screen")?;
        app.saving().tells(write_over_last_line);
        wait.listen().wrap_err("The terminal cannot be read from")?;
        turns(&mut app, &mut guard, &wait)
    };
    // The terminal is given back.
    app.saving().falls_silent();
    let not_ended = app.end().err();
    match outcome {
        // A terminal that went away cannot be drawn to; that is an ordinary end.
        Err(error) if !wait.is_over() => Err(error),
        _ => Ok(Ending { last: app.last_saved(not_ended.is_none()), heads: app.heads().to_vec(), not_ended }),
    }
}

/// Most inputs that are taken before the screen is drawn again.
const AT_ONCE: usize = 1000;

fn turns(app: &mut App, guard: &mut Guard, wait: &Wait) -> color_eyre::Result<()> {
    let mut dirty = true;
    let mut seen = Seen::default();
    let mut ticked = Instant::now();
    loop {
        if dirty {
            seen.draws();
            guard.call(&app.window_title()).wrap_err("The terminal cannot be drawn to")?;
            guard.draw(|cells| app.draw(cells)).wrap_err("The terminal cannot be drawn to")?;
        }
        // What Home has to read is read where no input waits, a case at a time.
        let reads = app.reads_on();
        let every = app.looks_every();
        match wait.once(if reads { Duration::ZERO } else { every }) {
            Waited::End => return Ok(()),
            Waited::Nothing => {
                dirty = reads;
                if reads {
                    app.read_on();
                }
                if !reads || ticked.elapsed() >= every {
                    ticked = Instant::now();
                    dirty |= app.tick();
                    seen.undrawn |= app.takes_leading_on();
                }
            }
            Waited::Event(event, at) => {
                // What has come meanwhile is taken too, so that held keys and storms of sizes cost one frame.
                let events = std::iter::once((event, at)).chain(std::iter::from_fn(|| wait.more()));
                let mut resized = false;
                let inputs = events.take(AT_ONCE);
                for (input, at) in inputs.filter_map(|(event, at)| Some((Input::of(event)?, at))) {
                    resized |= matches!(input, Input::Resize(..));
                    if app.saving().was_slow_at(at) && app.leaves_out(&input) {
                        continue;
                    }
                    let came = seen.comes(&input, at);
                    app.turn_as(input, came);
                    seen.undrawn |= app.takes_leading_on();
                    dirty = true;
                    if app.is_leaving() {
                        return Ok(());
                    }
                }
                // The word about the slow save stands on the screen, and the frame knows nothing of it.
                if app.tells_left_out() || resized {
                    guard.forget();
                }
            }
        }
        // A slow save may have taken until after the terminal was given back.
        if wait.is_over() {
            return Ok(());
        }
        guard.take_mouse(app.takes_mouse()).wrap_err("The terminal cannot be drawn to")?;
        if app.takes_suspension() || wait.takes_stop() {
            guard.lend(stop)?;
            app.came_back();
            dirty = true;
        }
        if wait.takes_return() {
            guard.lend(|| ())?;
            dirty = true;
        }
    }
}

/// What the person can have seen when an input came.
#[derive(Default)]
struct Seen {
    /// When the last key came.
    key: Option<Instant>,
    /// Whether something was recorded and what it led to is not drawn yet.
    undrawn: bool,
    /// When that began to be drawn: what came before is blind.
    drawn: Option<Instant>,
}

impl Seen {
    fn draws(&mut self) {
        if std::mem::take(&mut self.undrawn) {
            self.drawn = Some(Instant::now());
        }
    }

    fn comes(&mut self, input: &Input, at: Instant) -> Came {
        let before = if matches!(input, Input::Key(_)) { self.key.replace(at) } else { self.key };
        let gap = before.map_or(Duration::MAX, |before| at.saturating_duration_since(before));
        Came { gap, unseen: self.undrawn || self.drawn.is_some_and(|drawn| at < drawn) }
    }
}

/// Stops this program as the shell's own Ctrl-Z does.
fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}
