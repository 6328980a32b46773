/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the larger rooms reads, parsed once with
 * -Dparse_headers_once=true. Nobody includes this: each file names what it needs. */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
