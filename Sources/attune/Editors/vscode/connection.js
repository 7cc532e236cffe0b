// Messages to and from a language server, one process, without any package.
'use strict';

const { spawn } = require('child_process');

class Connection {
  /// `heard(method, params)` is called for what the server says by itself; what it returns answers a
  /// request of the server. `ended(reason)` is called once, when the program cannot be started or stops.
  constructor(program, folder, heard, ended) {
    this.waiting = new Map();
    this.lastID = 0;
    this.buffer = Buffer.alloc(0);
    this.heard = heard;
    this.process = spawn(program, ['language-server', '--stdio'], { cwd: folder });
    this.process.stdout.on('data', (data) => this.read(data));
    this.process.stdin.on('error', () => {});
    this.process.stderr.on('data', () => {});
    const end = (reason) => {
      if (!this.process) return;
      this.process = undefined;
      for (const { reject } of this.waiting.values()) reject(new Error(reason));
      this.waiting.clear();
      ended(reason);
    };
    this.process.on('error', (error) => end(error.message));
    this.process.on('exit', (status) => end(`it ended with status ${status}`));
  }

  ask(method, params) {
    const id = ++this.lastID;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.write({ id, method, params });
    });
  }

  tell(method, params) {
    this.write({ method, params });
  }

  write(message) {
    if (!this.process) return;
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  read(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.buffer.toString('latin1', 0, end))[1]);
      if (this.buffer.length < end + 4 + length) return;
      const text = this.buffer.toString('utf8', end + 4, end + 4 + length);
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.take(JSON.parse(text));
    }
  }

  take(message) {
    if (message.method) {
      const result = this.heard(message.method, message.params);
      if (message.id !== undefined) this.write({ id: message.id, result: result ?? null });
      return;
    }
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    this.waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  async end() {
    if (!this.process) return;
    await this.ask('shutdown', null).catch(() => {});
    this.tell('exit', null);
  }
}

module.exports = { Connection };
