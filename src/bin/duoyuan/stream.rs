//! What `-` means on the command line: standard input where a file is read, standard output where one is written.
//!
//! **Invariant**: only this module compares a path with `-`, so that no command reads or makes a file of that name.
//! A file that really has this name is written `./-`.

use crate::files;
use clap::builder::{PathBufValueParser, TypedValueParser};
use duoyuan::locale::Text;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Whether a path means a standard stream. `-/` does too: paths are compared without their last slash.
pub fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// Opens a file to read, or standard input.
pub fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    Ok(if is_standard(path) { Box::new(io::stdin()) } else { Box::new(File::open(path)?) })
}

/// Where a command writes its one file.
#[derive(Clone)]
pub enum Output {
    Standard,
    File(PathBuf),
}

impl From<OsString> for Output {
    fn from(name: OsString) -> Output {
        Output::from(PathBuf::from(name))
    }
}

impl From<PathBuf> for Output {
    fn from(path: PathBuf) -> Output {
        if is_standard(&path) {
            Output::Standard
        } else {
            Output::File(path)
        }
    }
}

impl Output {
    /// The file that will be made, which standard output has not.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Output::Standard => None,
            Output::File(path) => Some(path),
        }
    }

    /// Writes the whole file, or all of it to standard output.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Text> {
        match self {
            Output::Standard => write_standard(bytes),
            Output::File(path) => files::write_whole(path, bytes),
        }
    }
}

/// Writes to standard output, with what to say where nobody reads it any more.
pub fn write_standard(bytes: &[u8]) -> Result<(), Text> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|e| {
        Text::new(format!("标准输出写入失败：{e}"), format!("cannot write to standard output: {e}"))
    })
}

/// Reads the name of a folder that a command writes several files into; refuses `-`, as standard output takes one file.
pub fn folder() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(|path| match is_standard(&path) {
        true => Err("标准输出只能放一个文件，请写文件夹名 · standard output takes one file; name a folder"),
        false => Ok(path),
    })
}
