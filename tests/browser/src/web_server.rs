//! Other people's web servers, run with the settings in `docs/serving/` and a built folder: only the address to listen at
//! and the folder are put in the place of those that stand there.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::server::Build;

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server's program with what it is told.
#[derive(Clone, Copy, Debug)]
pub enum Program {
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

impl Program {
    /// The settings as they are in the project, and what is put in the place of what: `%PORT%` and `%FOLDER%` in turn of
    /// the port and the temporary folder.
    fn settings(self) -> (&'static str, &'static [(&'static str, &'static str)]) {
        match self {
            Self::Nginx => (
                include_str!("../../../docs/serving/nginx.conf"),
                &[("listen 80;", "listen 127.0.0.1:%PORT%;"), ("/var/www;", "%FOLDER%/www;")],
            ),
            Self::Caddy => (
                include_str!("../../../docs/serving/Caddyfile"),
                &[("\nyour.site {", "\nhttp://127.0.0.1:%PORT% {"), ("* /var/www\n", "* %FOLDER%/www\n")],
            ),
        }
    }

    /// What stands around the settings on a machine where the server runs for good; here it writes nowhere else.
    fn around(self) -> &'static str {
        match self {
            // One process, which keeps the rights of who started it, and which its id ends.
            Self::Nginx => {
                "daemon off; master_process off; pid %FOLDER%/pid; events {}
                http {
                    access_log off;
                    client_body_temp_path %FOLDER%/body; proxy_temp_path %FOLDER%/proxy;
                    fastcgi_temp_path %FOLDER%/fastcgi; uwsgi_temp_path %FOLDER%/uwsgi; scgi_temp_path %FOLDER%/scgi;
                    include %FOLDER%/settings;
                }"
            }
            Self::Caddy => "{\n admin off\n auto_https off\n}\nimport %FOLDER%/settings\n",
        }
    }

    fn command(self, folder: &Path) -> Command {
        let main = folder.join("main");
        match self {
            Self::Nginx => {
                let mut nginx = Command::new("nginx");
                nginx.arg("-p").arg(folder).arg("-c").arg(main).args(["-e", "stderr"]);
                nginx
            }
            Self::Caddy => {
                let mut caddy = Command::new("caddy");
                caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(main);
                caddy.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
                caddy
            }
        }
    }
}

/// A running server; it ends when dropped.
pub struct WebServer {
    child: Child,
    address: String,
    _folder: TempDir,
}

impl WebServer {
    /// Starts a server on a free port, with a build at `/calculator/` and the same one, kept for the archive, at
    /// `/calculator/2025-01/`.
    ///
    /// # Errors
    /// Where the program is missing, or refuses its settings; with what it says.
    pub async fn start(program: Program, build: Build) -> anyhow::Result<Self> {
        let temporary = tempfile::tempdir().context("no folder for the web server")?;
        let folder = temporary.path();
        publish(&fs::canonicalize(build.folder()?)?, &folder.join("www/calculator"))?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr())?.port();
        let filled =
            |text: &str| text.replace("%PORT%", &port.to_string()).replace("%FOLDER%", &folder.display().to_string());
        let (mut settings, replaced) = (program.settings().0.to_owned(), program.settings().1);
        for (there, here) in replaced {
            ensure!(settings.contains(there), "{program:?}: the settings have no {there:?}");
            settings = settings.replace(there, &filled(here));
        }
        fs::write(folder.join("settings"), settings)?;
        fs::write(folder.join("main"), filled(program.around()))?;
        let said = folder.join("said");
        let mut child = program
            .command(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&said)?)
            .spawn()
            .with_context(|| format!("{program:?} did not start: `cargo xtask test` installs it or says how"))?;
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if child.try_wait()?.is_some() || Instant::now() > deadline {
                // Both fail only where it has ended already.
                let _ = child.kill();
                let _ = child.wait();
                bail!("{program:?} does not run: {}", fs::read_to_string(&said)?);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(Self { child, address: format!("http://127.0.0.1:{port}"), _folder: temporary })
    }

    /// The address of a path, which starts with a slash.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for WebServer {
    fn drop(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Puts the built files where the server finds them, and once more in a folder of their own.
fn publish(build: &Path, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(build)? {
        let entry = entry?;
        symlink(entry.path(), folder.join(entry.file_name()))?;
    }
    symlink(build, folder.join("2025-01"))?;
    Ok(())
}
