//! The loop: wait, take what came, draw.

use super::app::App;
use super::env::{Env, Start};
use super::input::Input;
use super::terminal::Guard;
use super::wait::{Wait, Waited};
use crate::journal::Head;
use color_eyre::eyre::Context as _;
use ratatui::crossterm::event;
use std::time::Duration;

/// How the full screen ended.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ending {
    /// The last confirmed block of each case in which something was recorded, with the name of the case. To be written down.
    pub heads: Vec<(String, Head)>,
    /// Why the last entry of the run is not on the disk. Everything that was acknowledged is.
    pub not_ended: Option<String>,
}

/// Runs the full-screen interface until the person leaves, the terminal goes away or a signal comes.
///
/// # Errors
/// If the terminal cannot be taken over or drawn to. What was recorded is on the disk in any case.
pub fn run(start: Start, env: Env) -> color_eyre::Result<Ending> {
    let mut app = App::new(env);
    if let Start::Case(folder) = start {
        app.open_case(folder);
    }
    let wait = Wait::new().wrap_err("The signals of the system cannot be watched")?;
    let outcome = {
        let mut guard = Guard::take()
            .wrap_err("The terminal cannot be used. `breachbook walk CASE --plain` needs no full screen")?;
        turns(&mut app, &mut guard, &wait)
    };
    let not_ended = app.end().err();
    match outcome {
        // A terminal that went away cannot be drawn to; that is an ordinary end.
        Err(error) if !wait_is_over(&wait) => Err(error),
        _ => Ok(Ending { heads: app.heads().to_vec(), not_ended }),
    }
}

fn wait_is_over(wait: &Wait) -> bool {
    matches!(wait.once(), Ok(Waited::End) | Err(_))
}

fn turns(app: &mut App, guard: &mut Guard, wait: &Wait) -> color_eyre::Result<()> {
    let mut dirty = true;
    loop {
        if dirty {
            guard.screen.draw(|frame| app.draw(frame)).wrap_err("The terminal cannot be drawn to")?;
        }
        match wait.once().wrap_err("The terminal cannot be read from")? {
            Waited::End => return Ok(()),
            Waited::Nothing => dirty = app.tick() || event::poll(Duration::ZERO)?,
            Waited::Events => {
                // All that has come is taken before drawing, so that held keys and storms of sizes cost one frame.
                while event::poll(Duration::ZERO)? {
                    if let Some(input) = Input::of(event::read()?) {
                        app.turn(input);
                        dirty = true;
                    }
                    if app.is_leaving() {
                        return Ok(());
                    }
                }
            }
        }
        if app.takes_suspension() {
            guard.lend(stop)?;
            dirty = true;
        }
    }
}

/// Stops this program as the shell's own Ctrl-Z does.
fn stop() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}
