/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of the group `form` share: one file per command. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-ctl-group.h"

G_BEGIN_DECLS

/* A file read by the strict gate, with its text, where problems are looked up. */
typedef struct
{
  char     *path;
  char     *text;
  JsonNode *root;
} YcCtlFormFile;

YcCtlFormFile *yc_ctl_form_file_read  (const char           *path,
                                       GError              **error);
void           yc_ctl_form_file_free  (YcCtlFormFile        *self);
char          *yc_ctl_form_file_place (const YcCtlFormFile  *self,
                                       const char           *pointer);

gboolean       yc_ctl_form_parse      (const char           *command,
                                       const GOptionEntry   *entries,
                                       int                  *argc,
                                       char               ***argv);

YcCtlStatus    yc_ctl_form_check      (int                   argc,
                                       char                **argv);
YcCtlStatus    yc_ctl_form_print      (int                   argc,
                                       char                **argv);
YcCtlStatus    yc_ctl_form_state      (int                   argc,
                                       char                **argv);
YcCtlStatus    yc_ctl_form_validate   (int                   argc,
                                       char                **argv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCtlFormFile, yc_ctl_form_file_free)

G_END_DECLS
