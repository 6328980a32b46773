/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounds that a process sets itself, for good, before it touches what others wrote. Private to this
 * room and its tests. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcSandboxFiles:
 * @YC_SANDBOX_FILES_NONE: no file can be opened any more.
 * @YC_SANDBOX_FILES_SYSTEM: files under /usr and the fonts' folders can be read, by Landlock
 *   (Linux 5.13).
 * @YC_SANDBOX_FILES_FENCED: nothing else can be seen anyway; what can be seen can be read.
 */
typedef enum
{
  YC_SANDBOX_FILES_NONE = 1,
  YC_SANDBOX_FILES_SYSTEM,
  YC_SANDBOX_FILES_FENCED,
} YcSandboxFiles;

/* The most that the kernel here can do, for a process that is not fenced. */
YcSandboxFiles yc_sandbox_find_files (void);

/**
 * yc_sandbox_enter:
 *
 * From here on the process can compute, read files as @files says and talk over what is open. It
 * starts no program and no process, opens no socket, writes no file, makes no memory executable; a
 * call of the kernel that is not known to be needed fails with EPERM, and one that only an intruder
 * makes ends it. Memory and the size of what it hands over have an end, nothing goes into a core
 * file, and it ends with its parent. Call before the first thread.
 *
 * Returns: %FALSE with G_IO_ERROR when the kernel cannot do it
 */
gboolean       yc_sandbox_enter      (YcSandboxFiles files, GError **error);

G_END_DECLS
