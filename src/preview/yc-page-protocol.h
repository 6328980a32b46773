/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program and its page server say to each other: D-Bus messages over a socket of their own.
 * Private to this room.
 *
 * Every call carries the document (a descriptor of sealed memory with @size bytes) and its number:
 * the server keeps what it has opened, and a server that was started anew opens it again. */
#pragma once

#define YC_PAGES_PATH "/"
#define YC_PAGES_INTERFACE "io.github.yichuang.Pages1"
#define YC_PAGES_PROGRAM "yichuang-pages"

/* The server's argument where it was started behind a fence. */
#define YC_PAGES_FENCED "--fenced"

/* The socket's descriptor in the server. */
#define YC_PAGES_FD 3

#define YC_PAGES_XML                                                                               \
  "<node><interface name='" YC_PAGES_INTERFACE "'>"                                                \
  "<method name='Load'>"                                                                           \
  "<arg name='pdf' direction='in' type='h'/>"                                                      \
  "<arg name='size' direction='in' type='t'/>"                                                     \
  "<arg name='document' direction='in' type='u'/>"                                                 \
  "<arg name='page_sizes' direction='out' type='a(dd)'/>"                                          \
  "</method>"                                                                                      \
  "<method name='Render'>"                                                                         \
  "<arg name='pdf' direction='in' type='h'/>"                                                      \
  "<arg name='size' direction='in' type='t'/>"                                                     \
  "<arg name='document' direction='in' type='u'/>"                                                 \
  "<arg name='page' direction='in' type='u'/>"                                                     \
  "<arg name='scale' direction='in' type='d'/>"                                                    \
  "<arg name='pixels' direction='out' type='h'/>"                                                  \
  "<arg name='width' direction='out' type='u'/>"                                                   \
  "<arg name='height' direction='out' type='u'/>"                                                  \
  "<arg name='stride' direction='out' type='u'/>"                                                  \
  "<arg name='scale' direction='out' type='d'/>"                                                   \
  "</method>"                                                                                      \
  "<method name='Text'>"                                                                           \
  "<arg name='pdf' direction='in' type='h'/>"                                                      \
  "<arg name='size' direction='in' type='t'/>"                                                     \
  "<arg name='document' direction='in' type='u'/>"                                                 \
  "<arg name='page' direction='in' type='u'/>"                                                     \
  "<arg name='text' direction='out' type='s'/>"                                                    \
  "</method>"                                                                                      \
  "<method name='Layout'>"                                                                         \
  "<arg name='pdf' direction='in' type='h'/>"                                                      \
  "<arg name='size' direction='in' type='t'/>"                                                     \
  "<arg name='document' direction='in' type='u'/>"                                                 \
  "<arg name='page' direction='in' type='u'/>"                                                     \
  "<arg name='text' direction='out' type='s'/>"                                                    \
  "<arg name='areas' direction='out' type='a(dddd)'/>"                                             \
  "</method>"                                                                                      \
  "<method name='Close'>"                                                                          \
  "<arg name='document' direction='in' type='u'/>"                                                 \
  "</method>"                                                                                      \
  "</interface></node>"
