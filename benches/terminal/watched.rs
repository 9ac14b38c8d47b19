//! A program in a terminal of 120x40, and how long it takes until what it sends has ended.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Silence of this length ends a frame.
const QUIET: Duration = Duration::from_millis(15);
/// A program that shows nothing for so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program that runs.
pub struct Watched {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    came: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    _terminal: Box<dyn MasterPty + Send>,
}

/// How long a frame took, and how many bytes it had.
#[derive(Clone, Copy)]
pub struct Frame {
    pub took: Duration,
    pub bytes: usize,
}

impl Watched {
    /// Starts the program and waits for this word on its screen.
    pub fn start(program: &Path, arguments: &[&str], home: &Path, word: &str) -> (Self, Frame) {
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        let cases = home.join("cases");
        for (key, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("BREACHBOOK_BY", "R. Okafor")] {
            command.env(key, value);
        }
        command.env("HOME", home);
        command.env("BREACHBOOK_CASES", cases);
        command.args(arguments);
        command.cwd(home);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (tell, came) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if tell.send((Instant::now(), buffer[..read].to_vec())).is_err() {
                    break;
                }
            }
        });
        let start = Instant::now();
        let child = pair.slave.spawn_command(command).expect("started");
        drop(pair.slave);
        let keys = pair.master.take_writer().expect("keys");
        let parser = vt100::Parser::new(cells(40), cells(120), 0);
        let mut watched = Self { child, keys, came, parser, _terminal: pair.master };
        let frame = watched.until(start, |screen| screen.contains(word));
        (watched, frame)
    }

    /// Types, and waits until something came and it is quiet again.
    pub fn key(&mut self, keys: &str) -> Frame {
        let start = Instant::now();
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("typed");
        self.until(start, |_| true)
    }

    /// Types, and waits until the screen holds this.
    pub fn key_until(&mut self, keys: &str, word: &str) -> Frame {
        let start = Instant::now();
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("typed");
        self.until(start, |screen| screen.contains(word))
    }

    fn until(&mut self, start: Instant, holds: impl Fn(&str) -> bool) -> Frame {
        let (mut last, mut bytes) = (start, 0);
        loop {
            match self.came.recv_timeout(QUIET) {
                Ok((at, sent)) => {
                    self.parser.process(&sent);
                    last = at;
                    bytes += sent.len();
                }
                Err(_) if bytes > 0 && holds(&self.parser.screen().contents()) => break,
                Err(_) => {
                    let shown = self.parser.screen().contents();
                    assert!(start.elapsed() < PATIENCE, "nothing came; the screen is\n{shown}");
                }
            }
        }
        Frame { took: last.duration_since(start), bytes }
    }

    /// What it does while no key comes: the bytes that it sends, and how often its threads wake up, where the system tells it.
    pub fn idle(&mut self, time: Duration) -> (usize, Option<u64>) {
        while self.came.recv_timeout(QUIET).is_ok() {}
        let before = self.woken();
        let end = Instant::now() + time;
        let mut bytes = 0;
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            if let Ok((_, sent)) = self.came.recv_timeout(left) {
                self.parser.process(&sent);
                bytes += sent.len();
            }
        }
        (bytes, self.woken().zip(before).map(|(after, before)| after - before))
    }

    /// How often its threads gave the processor up by themselves.
    fn woken(&self) -> Option<u64> {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.child.process_id()?)).ok()?;
        let of = |status: String| {
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
            line.trim().parse::<u64>().ok()
        };
        let counts =
            threads.flatten().filter_map(|thread| of(std::fs::read_to_string(thread.path().join("status")).ok()?));
        Some(counts.sum())
    }

    /// Resident memory in KiB, where the system tells it.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().split(' ').next()?.parse().ok()
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
