/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that is sent to a client as it happens. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_HTTP_STREAM (yc_http_stream_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcHttpStream, yc_http_stream, YC, HTTP_STREAM, GObject)

/**
 * YcHttpStreamClass:
 * @pull: fills the buffer with what is ready, never waits; answers the number of bytes, 0 when
 *   there is nothing now, -1 when the stream is at its end. Called on one of the server's threads.
 * @closed: the client has left or the service stops.
 */
struct _YcHttpStreamClass
{
  GObjectClass parent_class;

  gssize (*pull)   (YcHttpStream *self,
                    char         *buffer,
                    gsize         size);
  void   (*closed) (YcHttpStream *self);
};

typedef void (*YcHttpResume) (gpointer connection);

void   yc_http_stream_attach (YcHttpStream *self,
                              gpointer      connection,
                              YcHttpResume  suspend,
                              YcHttpResume  resume);
gssize yc_http_stream_pull   (YcHttpStream *self,
                              char         *buffer,
                              gsize         size);
void   yc_http_stream_wake   (YcHttpStream *self);
void   yc_http_stream_end    (YcHttpStream *self);
void   yc_http_stream_close  (YcHttpStream *self);

G_END_DECLS
