"""Drives an unchanged blinkpy: signs in by refresh token, saves every clip, prints one JSON line per file.

Usage: blinkpy-driver.py CLOUD_URL REFRESH_TOKEN FOLDER
"""

import asyncio
import json
import sys

import blinkpy.helpers.constants as constants

url, refresh_token, folder = sys.argv[1:]

# Base addresses only. They have to be set before the modules that copy them are imported.
constants.OAUTH_TOKEN_URL = f"{url}/oauth/token"
constants.TIER_ENDPOINT = f"{url}/api/v1/users/tier_info"

from aiohttp import ClientSession  # noqa: E402
from blinkpy.auth import Auth  # noqa: E402
from blinkpy.blinkpy import Blink  # noqa: E402
from blinkpy.helpers.util import BlinkURLHandler  # noqa: E402

make_urls = BlinkURLHandler.__init__


def make_urls_of_the_cloud(self, region_id):
    make_urls(self, region_id)
    self.base_url = url


BlinkURLHandler.__init__ = make_urls_of_the_cloud


async def main():
    async with ClientSession() as session:
        blink = Blink(session=session)
        blink.auth = Auth(
            {"username": "unused", "password": "unused", "refresh_token": refresh_token,
             "hardware_id": "6F1C2B1E-3D9A-4C57-8C0E-2B8D5A9E7F10"},
            no_prompt=True, session=session,
        )
        if not await blink.start():
            sys.exit("blinkpy could not start")
        for module in blink.sync.values():
            await module.update_local_storage_manifest()
            # blinkpy offers no public way to its list of local clips.
            for number, item in enumerate(list(module._local_storage["manifest"])):
                path = f"{folder}/{number}.mp4"
                if await item.prepare_download(blink) and await item.download_video(blink, path):
                    row = {"file": path, "camera": item.name, "created_at": item.created_at.isoformat()}
                    print(json.dumps(row), flush=True)


asyncio.run(main())
