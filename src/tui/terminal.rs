//! The terminal: taken over, and given back whatever happens.

use super::output::Output;
use ratatui::buffer::Buffer;
use ratatui::crossterm::cursor::{MoveTo, RestorePosition, SavePosition, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::style::{Attribute, Print, SetAttribute};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{ExecutableCommand, execute};
use ratatui::layout::{Position, Rect};
use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::mem::ManuallyDrop;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is taken over now; the panic hook gives back only what was taken.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the window bears a title of this program, and its own is kept by the terminal.
static TITLED: AtomicBool = AtomicBool::new(false);
/// Lets the terminal keep the title of its window, and put it back (XTWINOPS 22 and 23); others pass over it.
const KEEP_TITLE: &str = "\x1b[22;2t";
const PUT_BACK_TITLE: &str = "\x1b[23;2t";
static HOOK: Once = Once::new();

/// The terminal while this lives; given back when it is dropped.
pub struct Guard {
    /// Buffered, so that one frame is one write. Never dropped: what is left in it would be written after the terminal was
    /// given back.
    output: ManuallyDrop<Output<BufWriter<Stdout>>>,
    /// Whether clicks come here; otherwise the terminal selects text with the mouse.
    mouse: bool,
    /// What the window is called now; `None` where its title is left alone.
    title: Option<String>,
}

impl Guard {
    /// Takes the terminal over. No question is put to it: a terminal that does not answer must not delay anything.
    /// `erases` as in [`Output::new`].
    pub fn take(erases: bool) -> io::Result<Self> {
        HOOK.call_once(|| {
            let reported = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                give_back();
                reported(info);
            }));
        });
        enter(true)?;
        let out = BufWriter::with_capacity(64 * 1024, stdout());
        Ok(Self {
            output: ManuallyDrop::new(Output::new(out, Rect::ZERO, erases)),
            mouse: true,
            title: erases.then(String::new),
        })
    }

    /// Lets the next drawing draw everything. After a change of size nobody knows what is still on the screen, even when the
    /// size is the old one again.
    pub fn forget(&mut self) {
        self.output.forget();
    }

    /// Shows what is painted on the whole terminal, and the cursor where that says.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let (width, height) = size()?;
        self.output.draw(Rect { width, height, ..Rect::ZERO }, paint)
    }

    /// Calls the window so. A terminal that shows only ASCII may be too old to have a window.
    pub fn call(&mut self, title: &str) -> io::Result<()> {
        match &mut self.title {
            Some(now) if now != title => title.clone_into(now),
            _ => return Ok(()),
        }
        if !TITLED.swap(true, Ordering::SeqCst) {
            execute!(stdout(), Print(KEEP_TITLE))?;
        }
        execute!(stdout(), SetTitle(title))
    }

    /// Gives the terminal back, does something, and takes it over again; everything is drawn anew.
    pub fn lend(&mut self, meanwhile: impl FnOnce()) -> io::Result<()> {
        give_back();
        meanwhile();
        self.forget();
        self.title.iter_mut().for_each(String::clear);
        enter(self.mouse)
    }

    /// Takes the mouse, or lets it go.
    pub fn take_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if std::mem::replace(&mut self.mouse, mouse) == mouse {
            return Ok(());
        }
        if mouse { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse { execute!(stdout(), EnableMouseCapture) } else { Ok(()) }
}

/// Each part on its own: one that fails must not keep the others from being given back. How lines are read comes first: unlike
/// the rest it never waits for a terminal that takes nothing.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = disable_raw_mode();
    let mut out = stdout();
    if TITLED.swap(false, Ordering::SeqCst) {
        let _ = out.execute(SetTitle("")).map(|_| ());
        let _ = out.execute(Print(PUT_BACK_TITLE)).map(|_| ());
    }
    let _ = out.execute(DisableMouseCapture).map(|_| ());
    let _ = out.execute(DisableBracketedPaste).map(|_| ());
    let _ = out.execute(LeaveAlternateScreen).map(|_| ());
    let _ = out.execute(Show).map(|_| ());
    let _ = out.flush();
}

/// Writes over the last line of the screen, from beside the loop while that waits for the disk. The next drawing must draw
/// everything.
pub fn write_over_last_line(words: &str) {
    let Ok((columns, lines)) = size() else { return };
    let columns = usize::from(columns);
    let line = crate::base::text::pad(&format!(" {words}"), columns);
    let mut out = stdout();
    let _ = execute!(
        out,
        SavePosition,
        MoveTo(0, lines.saturating_sub(1)),
        SetAttribute(Attribute::Reverse),
        Print(line),
        SetAttribute(Attribute::Reset),
        RestorePosition
    );
}
