// An Emscripten file system over sync access handles of OPFS: opened beforehand (that waits), all later calls return at once.

const ERRNO = { EIO: 29, EINVAL: 28, ENOENT: 44, EPERM: 63, ENOSPC: 51 };
const DIRECTORY = 0o040777;
const FILE = 0o100666;

// A page that was just closed may hold a file for a moment; another tab holds it for good.
export async function openHandles(directory, names) {
  const handles = {};
  for (const name of names) {
    const file = await directory.getFileHandle(name, { create: true });
    for (let tries = 0; ; tries++) {
      try {
        handles[name] = await file.createSyncAccessHandle();
        break;
      } catch (no) {
        if (tries === 20) {
          closeHandles(handles);
          throw no;
        }
        await new Promise((later) => setTimeout(later, 50));
      }
    }
  }
  return handles;
}

// All of them are let go, whatever one of them says; the first fault is thrown at the end.
export function closeHandles(handles) {
  const faults = [];
  for (const handle of Object.values(handles)) {
    try {
      handle.flush();
    } catch (no) {
      faults.push(no);
    } finally {
      handle.close();
    }
  }
  if (faults.length) throw faults[0];
}

// Zeros after the end of a rollback journal mean nothing to SQLite (journal_mode=persist), but the room they take is there
// when the device is full, so that even then rows can be deleted.
export function keepRoom(handle, bytes) {
  try {
    for (let at = handle.getSize(); at < bytes; at = handle.getSize()) {
      if (handle.write(new Uint8Array(Math.min(65536, bytes - at)), { at }) === 0) return;
    }
    handle.flush();
  } catch (no) {
    if (no.name !== "QuotaExceededError") throw no;      // none to be had now: the next start tries again
  }
}

export function mount(FS, mountpoint, handles) {
  const errno = (code) => new FS.ErrnoError(code);
  const refuse = () => {
    throw errno(ERRNO.EPERM);
  };
  // SQLite hears "disk is full" or "disk error", rolls back and goes on
  const attempt = (act) => {
    try {
      return act();
    } catch (no) {
      throw errno(no.name === "QuotaExceededError" ? ERRNO.ENOSPC : ERRNO.EIO);
    }
  };

  const makeNode = (parent, name, mode) => {
    const node = FS.createNode(parent, name, mode, 0);
    node.node_ops = nodeOps;
    node.stream_ops = streamOps;
    node.made = Date.now();
    if (FS.isDir(mode)) node.contents = {};
    else node.handle = handles[name];
    if (parent) parent.contents[name] = node;
    return node;
  };

  const nodeOps = {
    getattr(node) {
      const time = new Date(node.made);
      const size = node.handle ? node.handle.getSize() : 4096;
      return {
        dev: 1, ino: node.id, mode: node.mode, nlink: 1, uid: 0, gid: 0, rdev: 0, size,
        atime: time, mtime: time, ctime: time, blksize: 4096, blocks: Math.ceil(size / 512),
      };
    },
    setattr(node, change) {
      if (change.size !== undefined) attempt(() => node.handle.truncate(change.size));
    },
    lookup() {
      throw errno(ERRNO.ENOENT);
    },
    mknod(parent, name, mode) {
      if (!handles[name]) refuse();
      attempt(() => handles[name].truncate(0));
      return makeNode(parent, name, mode);
    },
    unlink(parent, name) {
      attempt(() => handles[name].truncate(0));
      delete parent.contents[name];
    },
    readdir(node) {
      return [".", "..", ...Object.keys(node.contents)];
    },
    rename: refuse,
    rmdir: refuse,
    symlink: refuse,
  };

  const streamOps = {
    open() {},
    close() {},
    read(stream, buffer, offset, length, position) {
      return attempt(() => stream.node.handle.read(view(buffer, offset, length), { at: position }));
    },
    write(stream, buffer, offset, length, position) {
      const written = attempt(() => stream.node.handle.write(view(buffer, offset, length), { at: position }));
      if (written < length) throw errno(ERRNO.ENOSPC);
      return written;
    },
    llseek(stream, offset, whence) {
      const from = whence === 1 ? stream.position : whence === 2 ? stream.node.handle.getSize() : 0;
      if (from + offset < 0) throw errno(ERRNO.EINVAL);
      return from + offset;
    },
    fsync(stream) {
      attempt(() => stream.node.handle.flush());
      return 0;
    },
  };

  const type = {
    mount() {
      const root = makeNode(null, "/", DIRECTORY);
      for (const [name, handle] of Object.entries(handles)) {
        if (handle.getSize() > 0) makeNode(root, name, FILE);
      }
      return root;
    },
  };
  FS.mkdirTree(mountpoint);
  FS.mount(type, {}, mountpoint);
}

function view(buffer, offset, length) {
  return new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length);
}
