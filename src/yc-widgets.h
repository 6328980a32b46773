/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the room ui reads, parsed once with
 * -Dparse_headers_once=true. Nobody includes this: each file names what it needs. */
#include <adwaita.h>
#include <json-glib/json-glib.h>
