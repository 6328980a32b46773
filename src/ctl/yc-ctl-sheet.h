/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What commands that print share: what to set comes by the standard input, a PDF goes out. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* (transfer full): JSON from the standard input, within limits */
JsonNode *yc_ctl_read_request (GError     **error);

/* @path: (nullable): NULL for the standard output */
gboolean  yc_ctl_write_pdf    (GBytes      *pdf,
                               const char  *path,
                               GError     **error);

G_END_DECLS
