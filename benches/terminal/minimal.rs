//! The least that a ratatui program can be: a list, a line to type into, an entry that is synced. What the product costs beyond that is
//! the product's.

use crossterm::event::{Event, KeyCode, KeyEventKind, read};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{ExecutableCommand as _, cursor};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{List, ListItem, ListState, Paragraph};
use std::io::{Write as _, stdout};

/// Runs until `q`; `Enter` appends the typed line to this file, synced.
pub fn run(file: &str) {
    let mut record = std::fs::OpenOptions::new().create(true).append(true).open(file).expect("a file");
    enable_raw_mode().expect("a terminal");
    stdout().execute(EnterAlternateScreen).and_then(|out| out.execute(cursor::Hide)).expect("a terminal");
    let mut terminal = Terminal::new(CrosstermBackend::new(stdout())).expect("a terminal");
    let (mut typed, mut saved, mut at) = (String::new(), 0, ListState::default().with_selected(Some(0)));
    loop {
        terminal
            .draw(|frame| {
                let [list, line] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(frame.area());
                let rows = (1..=200).map(|row| ListItem::new(format!("{row:3}  What was done about it, and by whom")));
                let list_of_rows = List::new(rows).highlight_style(Style::new().add_modifier(Modifier::REVERSED));
                frame.render_stateful_widget(list_of_rows, list, &mut at);
                frame.render_widget(Paragraph::new(format!("ready, saved {saved} > {typed}")), line);
            })
            .expect("drawn");
        let Ok(Event::Key(key)) = read() else { continue };
        match key.code {
            _ if key.kind == KeyEventKind::Release => {}
            KeyCode::Down => at.select_next(),
            KeyCode::Up => at.select_previous(),
            KeyCode::Enter => {
                writeln!(record, "{typed}").and_then(|()| record.sync_all()).expect("synced");
                saved += 1;
                typed.clear();
            }
            KeyCode::Char('q') => break,
            KeyCode::Char(sign) => typed.push(sign),
            _ => {}
        }
    }
    let _ = disable_raw_mode();
    let _ = stdout().execute(LeaveAlternateScreen);
}
