// The wall of pictures beside the first words: made-up cameras of a made-up house.

import drivewayArrival from '../../assets/welcome/drive-arrive-night.jpg';
import drivewayCat from '../../assets/welcome/drive-cat-night.jpg';
import drivewayDusk from '../../assets/welcome/drive-dusk.jpg';
import drivewayPerson from '../../assets/welcome/drive-person-day.jpg';
import catDoorDay from '../../assets/welcome/flap-cat-day.jpg';
import catDoorNight from '../../assets/welcome/flap-cat-night.jpg';
import gardenCat from '../../assets/welcome/garden-cat-day.jpg';
import garden from '../../assets/welcome/garden-day.jpg';
import gardenFox from '../../assets/welcome/garden-fox-night.jpg';
import gardenRain from '../../assets/welcome/garden-overcast.jpg';
import gateCat from '../../assets/welcome/gate-cat-night.jpg';
import gateParcel from '../../assets/welcome/gate-person-day.jpg';
import gateVan from '../../assets/welcome/gate-van-dusk.jpg';
import workshop from '../../assets/welcome/shop-person.jpg';
import workshopParcel from '../../assets/welcome/shop-person2.jpg';

const pictures = [
  gateParcel,
  drivewayArrival,
  catDoorDay,
  gardenFox,
  drivewayPerson,
  workshop,
  gateCat,
  gardenCat,
  gateVan,
  catDoorNight,
  garden,
  drivewayCat,
  workshopParcel,
  drivewayDusk,
  gardenRain,
];

export function WelcomePictures() {
  return (
    <div className="welcome-pictures" aria-hidden="true">
      {pictures.map((picture) => (
        <img key={picture} src={picture} alt="" />
      ))}
    </div>
  );
}
