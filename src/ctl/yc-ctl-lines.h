/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of lines, read one by one whatever it turns out to be. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In bytes; no entry of a knowledge base is a hundredth of it. */
#define YC_CTL_LINE_MAX (8u * 1024u * 1024u)

typedef struct _YcCtlLines YcCtlLines;

YcCtlLines *yc_ctl_lines_open       (const char  *path,
                                     GError     **error);
void        yc_ctl_lines_free       (YcCtlLines  *self);
/**
 * yc_ctl_lines_next:
 * @self: the lines
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the next line without its end; %NULL behind the last one and,
 *   with @error set ("FILE:LINE: …"), when it is no UTF-8, holds a NUL byte or is longer than
 *   %YC_CTL_LINE_MAX
 */
char       *yc_ctl_lines_next       (YcCtlLines  *self,
                                     GError     **error);
/* "FILE:LINE" of the line that was given last. (transfer none) */
const char *yc_ctl_lines_get_place  (YcCtlLines  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCtlLines, yc_ctl_lines_free)

G_END_DECLS
