/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A conversation with yichuangd, signed in or not, one request after the other. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcCtlService YcCtlService;

YcCtlService *yc_ctl_service_new   (const char    *server,
                                    const char    *authority_file,
                                    GError       **error);
YcCtlService *yc_ctl_service_open  (const char    *server,
                                    const char    *user,
                                    const char    *password_file,
                                    const char    *authority_file,
                                    GError       **error);
JsonNode     *yc_ctl_service_get   (YcCtlService  *self,
                                    const char    *path,
                                    GError       **error);
JsonNode     *yc_ctl_service_get_public (YcCtlService *self,
                                    const char    *path,
                                    GError       **error);
JsonNode     *yc_ctl_service_post  (YcCtlService  *self,
                                    const char    *path,
                                    JsonNode      *body,
                                    GError       **error);
void          yc_ctl_service_close (YcCtlService  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCtlService, yc_ctl_service_close)

G_END_DECLS
